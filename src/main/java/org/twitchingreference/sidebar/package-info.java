/** The sidebar: controllers, templates, and the readings that are under way. */
@NullMarked
@ApplicationModule(allowedDependencies = { "ordering", "presentation", "presentation :: *", "launch", "bedside",
		"audit", "reading", "assessment", "assessment :: *", "chart", "knowledge", "knowledge :: *", "clinical", "fhir",
		"smart", "smart :: *", "startup", "capacity" })
package org.twitchingreference.sidebar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
