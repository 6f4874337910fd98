package org.twitchingreference.registration;

import java.util.Optional;
import java.util.Set;

/**
 * One EHR of launch-config: who it is, how this server is registered there, which hosts
 * may be contacted for it, who may frame the sidebar, and how its FHIR server wants to be
 * asked.
 */
public record EhrRegistration(String id, String name, Environment environment, IssuerPattern issuer, String clientId,
		ClientAuthentication authentication, Optional<String> clientSecret, Set<String> scopes, Set<String> hosts,
		Set<String> frameAncestors, Dialect dialect) {

	public EhrRegistration {
		scopes = Set.copyOf(scopes);
		hosts = Set.copyOf(hosts);
		frameAncestors = Set.copyOf(frameAncestors);
	}

	/** Never prints the secret. */
	@Override
	public String toString() {
		return "EhrRegistration[" + this.id + "]";
	}

	/** Where the registration is used. */
	public enum Environment {

		SANDBOX, NON_PRODUCTION, PRODUCTION

	}

	/** How the client authenticates at the token endpoint. */
	public enum ClientAuthentication {

		NONE, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST

	}

}
