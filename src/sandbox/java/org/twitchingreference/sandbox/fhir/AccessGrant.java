package org.twitchingreference.sandbox.fhir;

import java.util.List;
import java.util.Set;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.twitchingreference.sandbox.authorization.SandboxScopes;
import org.twitchingreference.sandbox.authorization.SmartClaims;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * What the access token of the current request gives access to: one patient's chart,
 * within its scopes.
 */
record AccessGrant(String patient, Set<String> scopes) {

	/** Readable with any token, because fhirUser points to it. */
	private static final String USER = "Practitioner";

	AccessGrant {
		scopes = Set.copyOf(scopes);
	}

	static AccessGrant current() {
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
			throw new AuthenticationException("An access token is needed");
		}
		String patient = token.getToken().getClaimAsString(SmartClaims.PATIENT);
		List<String> scopes = token.getToken().getClaimAsStringList("scope");
		if (patient == null || scopes == null) {
			throw new ForbiddenOperationException("This token opens no chart");
		}
		return new AccessGrant(patient, Set.copyOf(scopes));
	}

	void requireCreating(String type) {
		if (!this.scopes.contains("patient/" + type + ".c")) {
			throw new ForbiddenOperationException("No scope of this token lets " + type + " be created");
		}
	}

	/**
	 * SMART 2 scopes ("patient/Observation.rs") and SMART 1 scopes ("patient/*.read").
	 */
	void requireReading(String type) {
		boolean allowed = type.equals(USER) || SandboxScopes.reading(type).stream().anyMatch(this.scopes::contains);
		if (!allowed) {
			throw new ForbiddenOperationException("No scope of this token opens " + type);
		}
	}

}
