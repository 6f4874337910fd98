/**
 * The EHRs this server may contact: the files of launch-config, their issuers and hosts.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "fhir", "http", "http :: *", "keys", "startup" })
package org.twitchingreference.registration;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
