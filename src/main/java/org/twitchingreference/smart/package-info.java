/**
 * SMART App Launch as a client: discovery, the authorization request, tokens, id_tokens,
 * renewal, revocation, and the session that reads FHIR with the access granted.
 */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "registration", "keys", "capacity", "http", "http :: address", "fhir", "startup" })
package org.twitchingreference.smart;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
