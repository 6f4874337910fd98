package org.twitchingreference.registration;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.keys.SigningAlgorithm;

/**
 * One EHR of launch-config: who it is, how this server is registered there, which hosts
 * may be contacted for it and whether in a private network, who may frame the sidebar,
 * how its FHIR server wants to be asked, what its local codes stand for, what its
 * id_tokens are held to, and where these facts come from.
 */
public record EhrRegistration(String id, String name, Environment environment, List<IssuerPattern> issuers,
		String clientId, ClientAuthentication authentication, Optional<String> clientSecret, AssertionStyle assertion,
		Set<String> scopes, AuthorizeBy authorizeBy, Set<String> hosts, boolean privateNetwork,
		Set<String> frameAncestors, Optional<URI> discovery, Dialect dialect, CodeMap codeMap, IdTokenRules idToken,
		Provenance provenance) {

	public EhrRegistration {
		issuers = List.copyOf(issuers);
		scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
		hosts = Set.copyOf(hosts);
		frameAncestors = Collections.unmodifiableSet(new LinkedHashSet<>(frameAncestors));
	}

	/** Whether the app may be opened from a chart of this EHR. */
	public boolean launchesFromCharts() {
		return this.scopes.contains(Scopes.LAUNCH);
	}

	/** Whether it may be opened outside the EHR, which then asks for the patient. */
	public boolean launchesStandalone() {
		return this.scopes.contains(Scopes.LAUNCH_PATIENT);
	}

	/** What a launch from a chart asks for: the patient comes with it. */
	public Set<String> scopesFromChart() {
		return Scopes.without(Scopes.LAUNCH_PATIENT, this.scopes);
	}

	/** What a standalone launch asks for, the patient among it. */
	public Set<String> scopesStandalone() {
		return Scopes.without(Scopes.LAUNCH, this.scopes);
	}

	/** The issuers that are addresses, not patterns of some. */
	public Stream<String> exactIssuers() {
		return this.issuers.stream().filter(IssuerPattern::isExact).map(IssuerPattern::pattern);
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

	/**
	 * Whether a host of this EHR may be at this address: in a private network or on this
	 * machine where the registration says so, else on this machine only by its very name
	 * and outside production, and never where no EHR is.
	 */
	boolean mayBeAt(String host, InetAddress address) {
		String name = WebAddress.host(host);
		return hostNames().anyMatch(name::equals) && mayBe(PlaceOnTheNet.of(address), name);
	}

	boolean mayBe(PlaceOnTheNet place, String host) {
		return switch (place) {
			case PUBLIC -> true;
			case PRIVATE -> this.privateNetwork;
			case THIS_MACHINE ->
				this.privateNetwork || (this.environment != Environment.PRODUCTION && WebAddress.isThisMachine(host));
			case NOWHERE -> false;
		};
	}

	/** The hosts that may be contacted, without their ports. */
	Stream<String> hostNames() {
		return Stream.concat(this.hosts.stream(), this.issuers.stream().map((issuer) -> issuer.address().authority()))
			.map(WebAddress::host);
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

		NONE, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, PRIVATE_KEY_JWT

	}

	/** How the browser carries the authorization request ("authorize-post"). */
	public enum AuthorizeBy {

		GET, POST

	}

	/**
	 * How assertions are signed where the client authenticates by them, and whether their
	 * header names the address of our key set ("jku").
	 */
	public record AssertionStyle(SigningAlgorithm algorithm, boolean namesKeySet) {

	}

	/** Which document says so, and when and how it was last checked. */
	public record Provenance(String source, String verifiedOn) {

	}

}
