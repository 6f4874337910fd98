package org.twitchingreference.smart.discovery;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.RegistrationFixture;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class SmartDiscoveryTests {

	@RegisterExtension
	static final WireMockExtension ehr = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private static final String WELL_KNOWN = "/fhir/.well-known/smart-configuration";

	private final AtomicLong nanos = new AtomicLong();

	private final SmartDiscovery discovery = discovery(RegistrationFixture.http());

	@Test
	void findsTheEndpointsOnceForManyLaunches() {
		stub(WireMock.okJson(document(issuer("/authorize"), issuer("/token"))));

		assertThat(discover()).isEqualTo(discover())
			.isInstanceOfSatisfying(DiscoveryResult.Found.class,
					(found) -> assertThat(found.configuration().tokenEndpoint()).hasToString(issuer("/token")));
		ehr.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo(WELL_KNOWN))
			.withHeader("Accept", WireMock.equalTo("application/json")));
	}

	@Test
	void remembersAnEhrWhateverAddressesAnotherOneHas() {
		stub(WireMock.okJson(document(issuer("/authorize"), issuer("/token"))));
		EhrRegistration flooding = RegistrationFixture.named("flooding", "http://127.0.0.1:1/{tenant}");
		discover();

		for (int tenant = 0; tenant < 3000; tenant++) {
			this.discovery.discover(flooding, "http://127.0.0.1:1/" + tenant);
		}

		assertThat(discover()).isInstanceOf(DiscoveryResult.Found.class);
		ehr.verify(1, WireMock.getRequestedFor(WireMock.urlEqualTo(WELL_KNOWN)));
	}

	@Test
	void asksAgainSoonAfterAFailure() {
		stub(WireMock.aResponse().withStatus(503));
		assertProblem(DiscoveryResult.Problem.UNREACHABLE);

		stub(WireMock.okJson(document(issuer("/authorize"), issuer("/token"))));
		this.nanos.addAndGet(Duration.ofSeconds(6).toNanos());

		assertThat(discover()).isInstanceOf(DiscoveryResult.Found.class);
	}

	@Test
	void readsTheCapabilityStatementOfAnOldServer() {
		stub(WireMock.aResponse().withStatus(404));
		ehr.stubFor(WireMock.get("/fhir/metadata").willReturn(WireMock.okForContentType("application/fhir+json", """
				{ "resourceType": "CapabilityStatement", "rest": [ { "mode": "server", "security": { "extension": [ {
				    "url": "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
				    "extension": [ { "url": "authorize", "valueUri": "%s" }, { "url": "token", "valueUri": "%s" } ]
				} ] } } ] }""".formatted(issuer("/authorize"), issuer("/token")))));

		assertThat(discover()).isInstanceOf(DiscoveryResult.Found.class);
	}

	/** Of two token endpoints one reader asks the first, another the last. */
	@ParameterizedTest
	@ValueSource(strings = { "token_endpoint", "issuer", "authorization_endpoint" })
	void refusesADocumentThatSaysSomethingTwice(String member) {
		String document = document(issuer("/authorize"), issuer("/token")).strip();
		ehr.stubFor(
				WireMock.get(WireMock.anyUrl())
					.willReturn(WireMock
						.okJson("{ \"issuer\": \"%1$s\", \"%2$s\": \"%1$s/other\", ".formatted(issuer(""), member)
								+ document.substring(1))));

		assertThat(discover()).isEqualTo(new DiscoveryResult.Failed(DiscoveryResult.Problem.UNUSABLE));
	}

	@Test
	void readsAnOverriddenAddress() {
		EhrRegistration plain = registration();
		EhrRegistration overridden = new EhrRegistration(plain.id(), plain.name(), plain.environment(), plain.issuers(),
				plain.clientId(), plain.authentication(), plain.clientSecret(), plain.assertion(), plain.scopes(),
				plain.authorizeBy(), plain.hosts(), plain.privateNetwork(), plain.trust(), plain.frameAncestors(),
				Optional.of(URI.create(ehr.url("/elsewhere"))), plain.dialect(), plain.codeMap(), plain.idToken(),
				plain.answers(), plain.provenance());
		ehr.stubFor(WireMock.get("/elsewhere")
			.willReturn(WireMock.okJson(document(issuer("/authorize"), issuer("/token")))));

		assertThat(this.discovery.discover(overridden, issuer(""))).isInstanceOf(DiscoveryResult.Found.class);
	}

	@ParameterizedTest
	@CsvSource({ "/oauth2/authorize, /oauth2/authorize", "auth/authorize, /fhir/auth/authorize",
			"../authorize?tenant=1, /authorize?tenant=1" })
	void takesRelativeEndpointsForOnesBelowTheFhirBase(String written, String expected) {
		stub(WireMock.okJson(document(written, "/oauth2/token")));

		assertThat(discover()).isInstanceOfSatisfying(DiscoveryResult.Found.class,
				(found) -> assertThat(found.configuration()).satisfies((configuration) -> {
					assertThat(configuration.authorizationEndpoint()).hasToString(ehr.url(expected));
					assertThat(configuration.tokenEndpoint()).hasToString(ehr.url("/oauth2/token"));
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/token", "https://evil.example/token", "http:evil/token" })
	void takesNoOtherHostForARelativeEndpoint(String token) {
		stub(WireMock.okJson(document("/authorize", token)));

		assertThat(discover()).isInstanceOf(DiscoveryResult.Failed.class);
	}

	@Test
	void refusesEndpointsOfOtherHosts() {
		stub(WireMock.okJson(document(issuer("/authorize"), "https://evil.example/token")));
		assertProblem(DiscoveryResult.Problem.FOREIGN_ENDPOINT);
	}

	@Test
	void refusesADocumentWithoutEndpoints() {
		stub(WireMock.okJson("{ \"authorization_endpoint\": 5 }"));
		assertProblem(DiscoveryResult.Problem.UNUSABLE);
	}

	@Test
	void refusesWhatIsNotJson() {
		stub(WireMock.okJson("{ \"authorization_endpoint\": "));
		assertProblem(DiscoveryResult.Problem.UNUSABLE);
	}

	@Test
	void refusesAPage() {
		stub(WireMock.okForContentType("text/html", "<html></html>"));
		assertProblem(DiscoveryResult.Problem.UNUSABLE);
	}

	@Test
	void followsNoRedirect() {
		ehr.stubFor(
				WireMock.get("/moved").willReturn(WireMock.okJson(document(issuer("/authorize"), issuer("/token")))));
		stub(WireMock.temporaryRedirect(ehr.url("/moved")));

		assertProblem(DiscoveryResult.Problem.UNUSABLE);
		ehr.verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo("/moved")));
	}

	@Test
	void readsNoMoreThanTheBound() {
		stub(WireMock.okJson(document(issuer("/authorize"), issuer("/token")) + " ".repeat(70_000)));
		assertProblem(DiscoveryResult.Problem.UNUSABLE);
	}

	@Test
	void endsWhenTheConnectionDoes() {
		stub(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertThat(discover()).isEqualTo(unreachable(ConnectionFault.BROKEN_OFF));
	}

	@Test
	void waitsNoLongerThanTheTimeOut() {
		stub(WireMock.okJson(document(issuer("/authorize"), issuer("/token"))).withFixedDelay(60_000));

		SmartDiscovery impatient = discovery(
				RegistrationFixture.http(Duration.ofMillis(200), DataSize.ofKilobytes(64)));

		assertThat(impatient.discover(registration(), issuer("")))
			.isEqualTo(unreachable(ConnectionFault.ANSWER_TIMED_OUT));
	}

	private static DiscoveryResult unreachable(ConnectionFault fault) {
		return new DiscoveryResult.Failed(DiscoveryResult.Problem.UNREACHABLE, Optional.of(fault));
	}

	private SmartDiscovery discovery(EhrHttp http) {
		return new SmartDiscovery(http, JsonMapper.shared(), new Deviations(), this.nanos::get);
	}

	private void assertProblem(DiscoveryResult.Problem problem) {
		assertThat(discover()).isEqualTo(new DiscoveryResult.Failed(problem));
	}

	private DiscoveryResult discover() {
		return this.discovery.discover(registration(), issuer(""));
	}

	private static EhrRegistration registration() {
		return RegistrationFixture.registration(issuer(""));
	}

	private static String issuer(String path) {
		return ehr.url("/fhir") + path;
	}

	private static void stub(ResponseDefinitionBuilder response) {
		MappingBuilder wellKnown = WireMock.get(WELL_KNOWN);
		ehr.stubFor(wellKnown.willReturn(response));
	}

	private static String document(String authorize, String token) {
		return "{ \"authorization_endpoint\": \"%s\", \"token_endpoint\": \"%s\" }".formatted(authorize, token);
	}

}
