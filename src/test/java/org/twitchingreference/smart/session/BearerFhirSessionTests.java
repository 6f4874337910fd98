package org.twitchingreference.smart.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure.Kind;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.http.EhrHttp;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.registration.RegistrationFixture;
import org.twitchingreference.smart.GrantedScopes;
import org.twitchingreference.smart.LaunchFixture;
import org.twitchingreference.smart.TokenGrant;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BearerFhirSessionTests {

	@RegisterExtension
	static final WireMockExtension ehr = WireMockExtension.newInstance()
		.options(WireMockConfiguration.wireMockConfig().dynamicPort())
		.build();

	private static final String PATIENT = "{ \"resourceType\": \"Patient\", \"id\": \"p1\" }";

	@Test
	void readsWithTheAccessTokenAsFhirJson() {
		stub(WireMock.okForContentType("application/fhir+json;charset=utf-8", PATIENT));

		assertThat(get("Patient/p1")).isInstanceOfSatisfying(FhirReply.Body.class,
				(body) -> assertThat(new String(body.json(), StandardCharsets.UTF_8)).isEqualTo(PATIENT));
		ehr.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/fhir/Patient/p1"))
			.withHeader("Authorization", WireMock.equalTo("Bearer secret-token"))
			.withHeader("Accept", WireMock.equalTo("application/fhir+json")));
	}

	@Test
	void readsPlainJsonAndNextLinks() {
		stub(WireMock.okJson(PATIENT));

		assertThat(get(ehr.url("/fhir/Patient/p1"))).isInstanceOf(FhirReply.Body.class);
	}

	@ParameterizedTest
	@CsvSource({ "401,UNAUTHORIZED", "403,FORBIDDEN", "404,NOT_FOUND", "410,NOT_FOUND", "429,TOO_MANY_REQUESTS",
			"400,REJECTED", "406,REJECTED", "500,SERVER_ERROR", "503,SERVER_ERROR", "204,NOT_FHIR", "302,NOT_FHIR" })
	void namesTheKindOfARefusal(int status, Kind kind) {
		stub(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Content-Type", "application/fhir+json")
			.withHeader("Location", ehr.url("/elsewhere"))
			.withBody((status == 204) ? null : "{ \"resourceType\": \"OperationOutcome\" }"));

		assertFailure(get("Patient/p1"), kind, status);
		ehr.verify(0, WireMock.getRequestedFor(WireMock.urlEqualTo("/elsewhere")));
	}

	@ParameterizedTest
	@CsvSource({ "text/html", "text/plain", "application/fhir+xml", "nonsense" })
	void takesNoOtherContent(String type) {
		stub(WireMock.okForContentType(type, PATIENT));

		assertFailure(get("Patient/p1"), Kind.NOT_FHIR, 200);
	}

	@Test
	void stopsReadingAtTheBound() {
		stub(WireMock.okForContentType("application/fhir+json", "[" + "0,".repeat(40_000) + "0]"));

		assertFailure(get("Patient/p1"), Kind.TOO_LARGE, 0);
	}

	@Test
	void stopsSkippingAnUnwantedBodyAtTheBound() {
		stub(WireMock.aResponse().withStatus(500).withBody("x".repeat(1_000_000)));

		assertFailure(get("Patient/p1"), Kind.SERVER_ERROR, 500);
	}

	@Test
	void endsWhenNoAnswerComes() {
		stub(WireMock.okJson(PATIENT).withFixedDelay(60_000));

		assertFailure(impatient().get("Patient/p1"), Kind.TIMED_OUT, 0);
	}

	@Test
	void endsWhenAnAnswerDrips() {
		stub(WireMock.okJson(PATIENT).withChunkedDribbleDelay(10, 60_000));

		assertFailure(impatient().get("Patient/p1"), Kind.TIMED_OUT, 0);
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void endsWhenTheConnectionBreaks(Fault fault) {
		stub(WireMock.aResponse().withFault(fault));

		assertThat(get("Patient/p1")).isInstanceOfSatisfying(FhirReply.Failure.class,
				(failure) -> assertThat(failure.kind()).isIn(Kind.UNREACHABLE, Kind.NOT_FHIR));
	}

	@Test
	void endsWhenNobodyListens() {
		FhirSession session = session(RegistrationFixture.http(), "http://localhost:1/fhir");

		assertFailure(session.get("Patient/p1"), Kind.UNREACHABLE, 0);
	}

	/** Waiting mends no certificate, and nobody is told so. */
	@Test
	void tellsAConnectionThatIsNotSafe(@TempDir Path directory, CapturedOutput output) {
		WireMockServer expired = new TestAuthority(directory).expired("localhost");
		try {
			FhirSession session = session(RegistrationFixture.http(),
					"https://localhost:" + expired.httpsPort() + "/fhir");

			assertFailure(session.get("Patient/p1"), Kind.NOT_SECURE, 0);
			assertFailure(session.get("Observation"), Kind.NOT_SECURE, 0);
			assertThat(output).containsOnlyOnce("FHIR server not reached: test-ehr certificate-not-trusted");
		}
		finally {
			expired.stop();
		}
	}

	@Test
	void contactsNoForeignLocation(CapturedOutput output) {
		assertFailure(get("http://127.0.0.1:" + ehr.getPort() + "/fhir/Patient/p1"), Kind.FOREIGN_LOCATION, 0);
		assertFailure(get(ehr.url("/other/Patient/p1")), Kind.FOREIGN_LOCATION, 0);
		assertThat(ehr.getAllServeEvents()).isEmpty();
		assertThat(output).contains("FHIR request failed: FOREIGN_LOCATION 0 test-ehr").doesNotContain("Patient/p1");
	}

	@Test
	void knowsItsPatientItsDialectAndItsScopes() {
		FhirSession session = session(RegistrationFixture.http(), ehr.url("/fhir"));

		assertThat(session.patientId()).isEqualTo("p1");
		assertThat(session.dialect()).isEqualTo(Dialect.DEFAULT);
		assertThat(session.mayRead("Patient")).isTrue();
		assertThat(session.mayRead("Condition")).isFalse();
		assertThat(session.asksFor("Condition")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "201,-,-", "201,text/html,<p>made</p>", "200,-,-",
			"200,application/fhir+json,-", "200,application/fhir+json,{}", "200,text/plain,-" })
	void takesForDraftedWhatWasCreatedOrFound(int status, String type, String body) {
		assertThat(create(status, type, body)).isInstanceOf(FhirReply.Body.class);
		ehr.verify(1, WireMock.postRequestedFor(WireMock.urlEqualTo("/fhir/ServiceRequest"))
			.withHeader("If-None-Exist", WireMock.equalTo("identifier=s|1")));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "200,text/html,<p>log in</p>,NOT_FHIR", "202,-,-,NOT_FHIR",
			"204,-,-,NOT_FHIR", "302,-,-,NOT_FHIR", "412,-,-,REJECTED", "500,-,-,SERVER_ERROR" })
	void takesNothingElseForDrafted(int status, String type, String body, Kind kind) {
		assertFailure(create(status, type, body), kind, status);
	}

	private static FhirReply create(int status, String type, String body) {
		ResponseDefinitionBuilder response = WireMock.aResponse().withStatus(status);
		if (type != null) {
			response.withHeader("Content-Type", type);
		}
		if (body != null) {
			response.withBody(body);
		}
		ehr.stubFor(WireMock.post("/fhir/ServiceRequest").willReturn(response));
		return session(RegistrationFixture.http(), ehr.url("/fhir")).create("ServiceRequest", "{}", "identifier=s|1");
	}

	private static void stub(ResponseDefinitionBuilder response) {
		ehr.stubFor(WireMock.get("/fhir/Patient/p1").willReturn(response));
	}

	private static FhirReply get(String location) {
		return session(RegistrationFixture.http(), ehr.url("/fhir")).get(location);
	}

	private static FhirSession impatient() {
		return session(RegistrationFixture.http(Duration.ofMillis(200), DataSize.ofKilobytes(64)), ehr.url("/fhir"));
	}

	private static FhirSession session(EhrHttp http, String issuer) {
		LaunchAccess access = LaunchFixture.access(new TokenGrant("secret-token", Optional.empty(), Optional.empty(),
				new GrantedScopes(Set.of("patient/Patient.rs", "patient/ServiceRequest.c")), "p1", Optional.empty(),
				true));
		return new BearerFhirSession(http.requestsOfALaunch(), issuer, RegistrationFixture.registration(issuer), access,
				Ticker.systemTicker());
	}

	private static void assertFailure(FhirReply reply, Kind kind, int status) {
		assertThat(reply).isInstanceOfSatisfying(FhirReply.Failure.class, (failure) -> {
			assertThat(failure.kind()).isEqualTo(kind);
			assertThat(failure.status()).isEqualTo(status);
		});
	}

}
