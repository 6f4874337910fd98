/**
 * The contract between whoever holds access to an EHR and whoever reads from it: the
 * session, its replies, the dialect of the server and its local codes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinical" })
package org.twitchingreference.fhir;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
