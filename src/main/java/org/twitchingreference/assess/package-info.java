/** The command "assess": the reference over files, without a server or a network. */
@NullMarked
@ApplicationModule(allowedDependencies = { "mapping", "mapping :: *", "presentation", "presentation :: *", "assessment",
		"assessment :: *", "knowledge", "knowledge :: *", "chart", "clinical" })
package org.twitchingreference.assess;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
