/** The command "assess": the reference over files, without a server or a network. */
@NullMarked
@ApplicationModule(allowedDependencies = { "chart", "knowledge", "assessment", "presentation", "presentation :: words",
		"clinical" })
package org.twitchingreference.assess;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
