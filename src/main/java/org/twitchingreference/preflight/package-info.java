/**
 * The command "preflight": checks the registrations of launch-config, alone and against
 * their EHRs, and says of each what to change and where. Nobody signs in, and nothing of
 * any patient is kept or said.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "registration", "smart", "smart :: discovery", "http", "http :: *", "keys",
		"fhir", "startup" })
package org.twitchingreference.preflight;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
