package org.twitchingreference.registration;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One EHR of launch-config: who it is, how this server is registered there, which hosts
 * may be contacted for it, who may frame the sidebar, how its FHIR server wants to be
 * asked, what its local codes stand for, what its id_tokens are held to, and where these
 * facts come from.
 */
public record EhrRegistration(String id, String name, Environment environment, List<IssuerPattern> issuers,
		String clientId, ClientAuthentication authentication, Optional<String> clientSecret, Set<String> scopes,
		Set<String> hosts, Set<String> frameAncestors, Optional<URI> discovery, Dialect dialect, CodeMap codeMap,
		IdTokenRules idToken, Provenance provenance) {

	public EhrRegistration {
		issuers = List.copyOf(issuers);
		scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
		hosts = Set.copyOf(hosts);
		frameAncestors = Collections.unmodifiableSet(new LinkedHashSet<>(frameAncestors));
	}

	/** Whether the normalised issuer is one of this EHR's. */
	public boolean launches(String issuer) {
		return this.issuers.stream().anyMatch((pattern) -> pattern.matches(issuer));
	}

	/**
	 * Whether the address may be contacted for this EHR: on an issuer's host and port or
	 * a listed one, by https, or by http on this machine outside production.
	 */
	public boolean allows(URI location) {
		return WebAddress.parse(location.toString())
			.filter((address) -> isEncryptedEnough(address))
			.map(WebAddress::authority)
			.filter((authority) -> this.hosts.contains(authority)
					|| this.issuers.stream().anyMatch((issuer) -> issuer.address().authority().equals(authority)))
			.isPresent();
	}

	/** Whether some issuer would be both EHRs'. */
	boolean overlaps(EhrRegistration other) {
		return this.issuers.stream()
			.anyMatch((mine) -> other.issuers.stream().anyMatch((theirs) -> mine.overlaps(theirs)));
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
