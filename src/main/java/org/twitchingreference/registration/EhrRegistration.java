package org.twitchingreference.registration;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.http.address.AddressScope;
import org.twitchingreference.http.address.WebAddress;
import org.twitchingreference.keys.SigningAlgorithm;

/**
 * One EHR of launch-config: who it is, how this server is registered there, which hosts
 * may be contacted for it, whether they may be in a private network and which SSL bundle
 * has the authorities of their certificates, who may frame the sidebar, what its FHIR
 * server supports, what its local codes stand for, which id_tokens and answers are
 * accepted, and where these facts come from.
 */
public record EhrRegistration(String id, String name, Environment environment, List<IssuerPattern> issuers,
		String clientId, ClientAuthentication authentication, Optional<String> clientSecret, AssertionStyle assertion,
		Set<String> scopes, AuthorizeBy authorizeBy, Set<String> hosts, boolean privateNetwork, Optional<String> trust,
		Set<String> frameAncestors, Optional<URI> discovery, Dialect dialect, CodeMap codeMap, IdTokenRules idToken,
		AnswerRules answers, Provenance provenance) {

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

	/** Whether the app may be opened outside the EHR, which then asks for the patient. */
	public boolean launchesStandalone() {
		return this.scopes.contains(Scopes.LAUNCH_PATIENT);
	}

	/** The scopes of a launch from a chart, which already names the patient. */
	public Set<String> scopesFromChart() {
		return Scopes.without(Scopes.LAUNCH_PATIENT, this.scopes);
	}

	/**
	 * The scopes of a standalone launch, with the one that lets the EHR ask for the
	 * patient.
	 */
	public Set<String> scopesStandalone() {
		return Scopes.without(Scopes.LAUNCH, this.scopes);
	}

	/**
	 * The issuers that are addresses, as they were written, without those that are
	 * patterns.
	 */
	public Stream<String> exactIssuers() {
		return this.issuers.stream().filter(IssuerPattern::isExact).map(IssuerPattern::written);
	}

	/** Whether the normalised issuer belongs to this EHR. */
	public boolean hasIssuer(String issuer) {
		return this.issuers.stream().anyMatch((pattern) -> pattern.matches(issuer));
	}

	/**
	 * Whether the address may be contacted for this EHR. Its host and port must be an
	 * issuer's or listed in the registration; it must be https, or http on this machine
	 * outside production.
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
	 * Whether a host of this EHR may have this IP address. A private address or this
	 * machine is allowed only if the registration says so. Otherwise only a host named
	 * "localhost" or the like may be this machine, and only outside production. Addresses
	 * that no EHR can have, such as link-local ones, are never allowed.
	 */
	public boolean mayBeAt(String host, InetAddress address) {
		String name = WebAddress.host(host);
		return hostNames().anyMatch(name::equals) && allowsScope(AddressScope.of(address), name);
	}

	boolean allowsScope(AddressScope scope, String host) {
		return switch (scope) {
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

	/** Whether an issuer could belong to both EHRs. */
	boolean overlaps(EhrRegistration other) {
		return this.issuers.stream()
			.anyMatch((mine) -> other.issuers.stream().anyMatch((theirs) -> mine.overlaps(theirs)));
	}

	/** The issuers that its servers may name themselves by. */
	PinnedIssuers pinned() {
		return new PinnedIssuers(this);
	}

	private boolean isEncryptedEnough(WebAddress address) {
		return (this.environment == Environment.PRODUCTION) ? address.isEncrypted() : address.isEncryptedOrLoopback();
	}

	/** Never prints the secret. */
	@Override
	public String toString() {
		return "EhrRegistration[" + this.id + "]";
	}

	/** The kind of system that the registration is for. */
	public enum Environment {

		SANDBOX, NON_PRODUCTION, PRODUCTION

	}

	/** How the client authenticates at the token endpoint. */
	public enum ClientAuthentication {

		NONE, CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, PRIVATE_KEY_JWT

	}

	/** How the browser sends the authorization request ("authorize-post"). */
	public enum AuthorizeBy {

		GET, POST

	}

	/**
	 * How the client's assertions are signed (private_key_jwt), and whether their header
	 * names the address of our key set ("jku").
	 */
	public record AssertionStyle(SigningAlgorithm algorithm, boolean namesKeySet) {

	}

	/**
	 * The document that the registration was written from, and when and how it was last
	 * checked.
	 */
	public record Provenance(String source, String verifiedOn) {

	}

}
