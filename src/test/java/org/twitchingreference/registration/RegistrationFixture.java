package org.twitchingreference.registration;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.http.ConnectionProperties;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.Pause;
import org.twitchingreference.http.RetryProperties;
import org.twitchingreference.http.address.CheckingDnsResolver;
import org.twitchingreference.keys.SigningAlgorithm;
import org.twitchingreference.registration.EhrRegistration.AssertionStyle;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistration.Environment;
import org.twitchingreference.registration.EhrRegistration.Provenance;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

/** Registrations and HTTP clients for tests that start no context. */
public final class RegistrationFixture {

	private static final AssertionStyle ASSERTION = new AssertionStyle(SigningAlgorithm.RS384, false);

	private RegistrationFixture() {
	}

	/** A public client of an EHR with this FHIR base. */
	public static EhrRegistration registration(String issuer, String... hosts) {
		return new EhrRegistration("test-ehr", "Test EHR", Environment.SANDBOX, List.of(new IssuerPattern(issuer)),
				"app", ClientAuthentication.NONE, Optional.empty(), ASSERTION, Set.of("launch", "patient/*.rs"),
				AuthorizeBy.GET, Set.of(hosts), false, Optional.empty(), Set.of("http://localhost:9090"),
				Optional.empty(), Dialect.DEFAULT, CodeMap.NONE, IdTokenRules.DEFAULT, AnswerRules.DEFAULT,
				new Provenance("a test", "with every build"));
	}

	/** The same of another EHR. */
	public static EhrRegistration named(String id, String issuer) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistration(id, plain.name(), plain.environment(), plain.issuers(), plain.clientId(),
				plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(), plain.authorizeBy(),
				plain.hosts(), plain.privateNetwork(), plain.trust(), plain.frameAncestors(), plain.discovery(),
				plain.dialect(), plain.codeMap(), plain.idToken(), plain.answers(), plain.provenance());
	}

	/** Another EHR, whose certificates are of the authority in this SSL bundle. */
	public static EhrRegistration trusting(String bundle, String issuer) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistration("trusting", plain.name(), plain.environment(), plain.issuers(), plain.clientId(),
				plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(), plain.authorizeBy(),
				plain.hosts(), plain.privateNetwork(), Optional.of(bundle), plain.frameAncestors(), plain.discovery(),
				plain.dialect(), plain.codeMap(), plain.idToken(), plain.answers(), plain.provenance());
	}

	/** Another EHR, which nobody may frame. */
	public static EhrRegistration unframed(String id, String issuer) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistration(id, plain.name(), plain.environment(), plain.issuers(), plain.clientId(),
				plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(), plain.authorizeBy(),
				plain.hosts(), plain.privateNetwork(), plain.trust(), Set.of(), plain.discovery(), plain.dialect(),
				plain.codeMap(), plain.idToken(), plain.answers(), plain.provenance());
	}

	/** The same, used for this, perhaps in a private network. */
	public static EhrRegistration registration(String issuer, Environment environment, boolean privateNetwork) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistration(plain.id(), plain.name(), environment, plain.issuers(), plain.clientId(),
				plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(), plain.authorizeBy(),
				plain.hosts(), privateNetwork, plain.trust(), plain.frameAncestors(), plain.discovery(),
				plain.dialect(), plain.codeMap(), plain.idToken(), plain.answers(), plain.provenance());
	}

	/** A client of the same EHR that authenticates by its key. */
	public static EhrRegistrations signing(String issuer, SigningAlgorithm algorithm, boolean namesKeySet) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistrations(List.of(new EhrRegistration(plain.id(), plain.name(), plain.environment(),
				plain.issuers(), plain.clientId(), ClientAuthentication.PRIVATE_KEY_JWT, Optional.empty(),
				new AssertionStyle(algorithm, namesKeySet), plain.scopes(), plain.authorizeBy(), plain.hosts(),
				plain.privateNetwork(), plain.trust(), plain.frameAncestors(), plain.discovery(), plain.dialect(),
				plain.codeMap(), plain.idToken(), plain.answers(), plain.provenance())));
	}

	/** The same registration with a code map. */
	public static EhrRegistration registration(String issuer, CodeMap codes) {
		EhrRegistration plain = registration(issuer);
		return new EhrRegistration(plain.id(), plain.name(), plain.environment(), plain.issuers(), plain.clientId(),
				plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(), plain.authorizeBy(),
				plain.hosts(), plain.privateNetwork(), plain.trust(), plain.frameAncestors(), plain.discovery(),
				plain.dialect(), codes, plain.idToken(), plain.answers(), plain.provenance());
	}

	/** No other EHRs than these. */
	public static EhrRegistrations registrations(EhrRegistration... registrations) {
		return new EhrRegistrations(List.of(registrations));
	}

	/** A client that waits and reads no longer than this. */
	public static EhrHttp http(Duration readTimeout, DataSize maximumBody) {
		return http(readTimeout, maximumBody, 16, new ArrayList<>());
	}

	/**
	 * A client with so many places for one launch and for one EHR, that does not wait
	 * before it asks again but notes how long it would.
	 */
	public static EhrHttp http(Duration readTimeout, DataSize maximumBody, int places, List<Duration> pauses) {
		return http(new ConnectionProperties(Duration.ofMinutes(5), readTimeout, maximumBody, places, places,
				Duration.ofMinutes(5),
				new RetryProperties(2, Duration.ofMillis(500), Duration.ofSeconds(10), Set.of("4130", "4131", "4134")),
				Set.of("4113")), pauses::add);
	}

	/** The same with other bounds; it finds this machine. */
	public static EhrHttp http(ConnectionProperties properties, Pause pause) {
		return new EhrHttp(properties, new CheckingDnsResolver((host, address) -> true), SSLContexts.createDefault(),
				new JsonMapper(), pause);
	}

	/** The addresses of these hosts as given, of all others as they are, all checked. */
	public static DnsResolver names(EhrRegistrations registrations, Map<String, String> addresses) {
		return new CheckingDnsResolver(registrations::mayBeAt,
				(host) -> new InetAddress[] { InetAddress.getByName(addresses.getOrDefault(host, host)) });
	}

	/** Bounds of small answers, in this time. */
	public static ConnectionProperties properties(Duration readTimeout) {
		return new ConnectionProperties(Duration.ofMinutes(5), readTimeout, DataSize.ofKilobytes(64), 16, 16,
				Duration.ofMinutes(5), new RetryProperties(0, Duration.ZERO, Duration.ZERO, Set.of()), Set.of());
	}

	/** A client with room for every ordinary answer. */
	public static EhrHttp http() {
		return http(Duration.ofMinutes(5), DataSize.ofKilobytes(64));
	}

}
