/**
 * One isolated launch for each opened sidebar: what it may do, how long it lives, and how
 * it ends.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "smart", "smart :: *", "registration", "audit", "capacity", "http",
		"http :: address", "fhir", "startup", "bedside", "store" })
package org.twitchingreference.launch;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
