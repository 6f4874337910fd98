/** The sidebar: controllers, view records and templates. */
@NullMarked
@ApplicationModule(allowedDependencies = { "presentation", "presentation :: words", "launch", "audit", "registration",
		"chart", "assessment", "knowledge", "clinical" })
package org.twitchingreference.sidebar;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
