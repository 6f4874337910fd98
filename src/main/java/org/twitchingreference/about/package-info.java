/** The pages that say what this is, and the logo: for everybody, without a launch. */
@NullMarked
@ApplicationModule(allowedDependencies = { "startup", "knowledge", "knowledge :: about", "presentation :: evidence",
		"presentation :: words" })
package org.twitchingreference.about;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
