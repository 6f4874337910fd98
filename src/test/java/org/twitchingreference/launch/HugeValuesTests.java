package org.twitchingreference.launch;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an EHR says beside FHIR, each value of it at 100,000 characters: refused, or taken
 * for none; what a launch keeps stays small. At ten megabytes, where no answer is read to
 * its end whichever value is long, the first and the last of each document.
 */
class HugeValuesTests extends LaunchTestBase {

	private static final int LONG = 100_000;

	private static final int HUGE = 10 << 20;

	/** All that a launch holds: tokens and scopes have 16 KB each. */
	private static final int MOST = 64 * 1024;

	private static final SigningKeys KEYS = new SigningKeys("huge");

	private static int number;

	@ParameterizedTest
	@MethodSource
	void noValueOfATokenResponseIsKept(String field, int size) {
		String value = "\"" + ("scope".equals(field) ? scopes(size) : "a".repeat(size)) + "\"";
		ehr.answersTokenRequests(WireMock
			.okJson("{ %s: %s, %s }".formatted("\"" + field + "\"", value, without(field, "\"access_token\": \"t\"",
					"\"token_type\": \"Bearer\"", "\"patient\": \"p1\"", "\"scope\": \"patient/Patient.rs\""))));
		TestBrowser browser = browser();

		HttpResponse<String> answer = browser.answer(browser.launch(issuer()), "code=c");

		assertSmall(browser, answer, "token-unusable", "id-token-unreadable");
	}

	static Stream<Arguments> noValueOfATokenResponseIsKept() {
		return each("access_token", "refresh_token", "scope", "patient", "encounter", "intent", "tenant",
				"smart_style_url", "fhirContext", "id_token", "token_type", "expires_in", "need_patient_banner",
				"anything_else");
	}

	/** Each another one: what is said twice is kept once. */
	private static String scopes(int size) {
		return IntStream.range(0, size / 13)
			.mapToObj((number) -> "patient/A%dr".formatted(number))
			.collect(Collectors.joining(" "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{},", "[[]],", "{\"reference\":\"Observation/1\"},", "\"Observation/1\"," })
	void noListOfATokenResponseIsKept(String item) {
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "fhirContext": [ %s {} ] }"""
			.formatted(item.repeat(100_000 / item.length()))));
		TestBrowser browser = browser();

		assertSmall(browser, browser.answer(browser.launch(issuer()), "code=c"), "token-unusable");
	}

	@ParameterizedTest
	@MethodSource
	void noValueOfADiscoveryDocumentIsKept(String field, int size) {
		String issuer = issuer();
		String value = "\"" + issuer + "/" + "a".repeat(size) + "\"";
		ehr.server()
			.stubFor(WireMock.get(URI.create(issuer).getPath() + "/.well-known/smart-configuration")
				.willReturn(WireMock.okJson("{ \"%s\": %s, %s }".formatted(field, value,
						without(field, "\"authorization_endpoint\": \"" + issuer + "/authorize\"",
								"\"token_endpoint\": \"" + issuer + "/token\"")))));
		ehr.grants("p1");
		TestBrowser browser = browser();

		HttpResponse<String> opened = browser.get("/launch?launch=x&iss=" + issuer);

		if (opened.statusCode() == 302) {
			assertThat(TestBrowser.redirect(opened).toString()).hasSizeLessThan(MOST);
			assertSmall(browser, browser.answer(TestBrowser.redirect(opened), "code=c"), "");
		}
		else {
			assertThat(opened.body()).contains("data-problem=\"discovery-unusable\"").hasSizeLessThan(MOST);
		}
	}

	static Stream<Arguments> noValueOfADiscoveryDocumentIsKept() {
		return each("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint",
				"capabilities", "anything_else");
	}

	@ParameterizedTest
	@MethodSource
	void noClaimOfAnIdTokenIsKept(String claim, int size) {
		String issuer = ehr.identityIssuer("huge" + number++, KEYS.published());
		TestBrowser browser = browser();
		URI authorization = browser.launch(issuer);
		String token = KEYS
			.sign(SigningKeys.claims(issuer.replaceFirst("/fhir$", ""), TestBrowser.parameter(authorization, "nonce"))
				.claim(claim, "Practitioner/" + "a".repeat(size))
				.build());
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "id_token": "%s" }"""
			.formatted(token)));

		assertSmall(browser, browser.answer(authorization, "code=c"), "id-token-unreadable", "id-token-incomplete",
				"id-token-issuer", "id-token-audience", "id-token-nonce", "token-unusable");
	}

	static Stream<Arguments> noClaimOfAnIdTokenIsKept() {
		return Stream.concat(each("iss", "sub", "aud", "azp", "nonce", "name", "fhirUser", "profile", "anything_else"),
				Stream.of("sub", "name", "fhirUser", "profile").map((claim) -> Arguments.of(claim, 5000)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 100_000, 10 << 20 })
	void noKeyOfAnyLengthIsRead(int size) {
		assertNoKeyOf("{ \"keys\": [ { \"kty\": \"RSA\", \"e\": \"AQAB\", \"n\": \"" + "a".repeat(size) + "\" } ] }");
	}

	@Test
	void noMoreKeysThanAnyIssuerHasAreRead() {
		String key = KEYS.published().getKeys().get(1).toJSONString();

		assertNoKeyOf("{ \"keys\": [ " + (key + ",").repeat(200) + KEYS.published().toString().substring(9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{},", "[],", "{\"url\":\"x\"},", "{\"extension\":[{}]},", "\"x\"," })
	void aCapabilityStatementIsReadOnTheWayToItsEndpointsOnly(String item) {
		String issuer = issuer();
		ehr.server()
			.stubFor(WireMock.get(URI.create(issuer).getPath() + "/.well-known/smart-configuration")
				.willReturn(WireMock.notFound()));
		ehr.server()
			.stubFor(WireMock.get(URI.create(issuer).getPath() + "/metadata")
				.willReturn(WireMock.okForContentType("application/fhir+json",
						"""
								{ "resourceType": "CapabilityStatement", "rest": [ { "security": { "extension": [ %s {} ] } } ] }"""
							.formatted(item.repeat((7 << 20) / item.length())))));

		assertThat(browser().get("/launch?launch=x&iss=" + issuer).body())
			.contains("data-problem=\"discovery-unusable\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/launch?iss={iss}&launch={long}", "/launch?launch=x&iss={iss}{slashes}" })
	void keepsNoLongParameterUntilTheEhrAnswers(String address) {
		String asked = address.replace("{iss}", issuer())
			.replace("{long}", "a".repeat(2001))
			.replace("{slashes}", "/".repeat(2001));

		assertThat(browser().get(asked).statusCode()).isBetween(400, 403);
	}

	private void assertNoKeyOf(String keys) {
		String simulation = "keys" + number++;
		String issuer = ehr.identityIssuer(simulation, KEYS.published());
		ehr.server().stubFor(WireMock.get("/identity/" + simulation + "/jwks").willReturn(WireMock.okJson(keys)));
		TestBrowser browser = browser();
		URI authorization = browser.launch(issuer);
		ehr.answersTokenRequests(WireMock.okJson("""
				{ "access_token": "t", "token_type": "Bearer", "patient": "p1", "id_token": "%s" }""".formatted(KEYS
			.sign(SigningKeys.claims(issuer.replaceFirst("/fhir$", ""), TestBrowser.parameter(authorization, "nonce"))
				.build()))));

		assertThat(browser.answer(authorization, "code=c").body())
			.containsAnyOf("data-problem=\"id-token-keys-missing\"", "data-problem=\"id-token-signature\"");
	}

	/** One of these problems, or a launch that holds little. */
	private static void assertSmall(TestBrowser browser, HttpResponse<String> answer, String... problems) {
		if (answer.statusCode() == 302) {
			String held = browser.get(TestBrowser.redirect(answer).getPath() + "held").body();
			assertThat(Long.parseLong(held)).isLessThan(MOST);
		}
		else {
			assertThat(answer.body()).hasSizeLessThan(MOST)
				.containsAnyOf(Stream.of(problems).map("data-problem=\"%s\""::formatted).toArray(String[]::new));
		}
	}

	private static String issuer() {
		return ehr.publicIssuer("huge" + number++);
	}

	private static String without(String field, String... members) {
		return String.join(", ",
				Stream.of(members).filter((member) -> !member.startsWith("\"" + field + "\"")).toList());
	}

	private static Stream<Arguments> each(String... fields) {
		return Stream.concat(Stream.of(fields).map((field) -> Arguments.of(field, LONG)),
				Stream.of(fields[0], fields[fields.length - 1]).map((field) -> Arguments.of(field, HUGE)));
	}

}
