package org.twitchingreference.registration;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One EHR of launch-config: who it is, how this server is registered there, which hosts
 * may be contacted for it, who may frame the sidebar, how its FHIR server wants to be
 * asked, and where these facts come from.
 */
public record EhrRegistration(String id, String name, Environment environment, IssuerPattern issuer, String clientId,
		ClientAuthentication authentication, Optional<String> clientSecret, Set<String> scopes, Set<String> hosts,
		Set<String> frameAncestors, Optional<URI> discovery, Dialect dialect, Provenance provenance) {

	public EhrRegistration {
		scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
		hosts = Set.copyOf(hosts);
		frameAncestors = Collections.unmodifiableSet(new LinkedHashSet<>(frameAncestors));
	}

	/**
	 * Whether the address may be contacted for this EHR: on the issuer's host and port or
	 * a listed one, by https, or by http on this machine outside production.
	 */
	public boolean allows(URI location) {
		return WebAddress.parse(location.toString())
			.filter((address) -> isEncryptedEnough(address))
			.map(WebAddress::authority)
			.filter((authority) -> authority.equals(this.issuer.address().authority())
					|| this.hosts.contains(authority))
			.isPresent();
	}

	private boolean isEncryptedEnough(WebAddress address) {
		return (this.environment == Environment.PRODUCTION) ? address.isEncrypted() : address.isEncryptedOrLoopback();
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

	/** Which document says so, and when and how it was last checked. */
	public record Provenance(String source, String verifiedOn) {

	}

}
