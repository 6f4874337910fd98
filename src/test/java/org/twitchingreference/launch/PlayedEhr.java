package org.twitchingreference.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.jose.jwk.JWKSet;

/**
 * Three EHRs played by WireMock: one with a public client and any {simulation}, one with
 * a secret, one that is also asked who signed in. The authorization code chooses nothing;
 * each test says what the token is.
 */
public final class PlayedEhr {

	static final String SECRET = "s3cret-of-the-symmetric-client";

	private static final Set<String> OPEN_PARAMETERS = Set.of("grant_type", "redirect_uri", "client_id",
			"client_assertion_type", "token_type_hint", "scope");

	/** A registered host whose name leads into a private network. */
	static final String MOVED = "moved.example.org";

	/** A registered host whose name leads to where clouds hand out credentials. */
	static final String METADATA = "metadata.example.org";

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

	static PlayedEhr start() {
		PlayedEhr ehr = new PlayedEhr();
		ehr.server.start();
		return ehr;
	}

	/** Forgets what the last test said, and discovers again. */
	void reset() {
		this.server.resetAll();
	}

	public WireMockServer server() {
		return this.server;
	}

	/** An issuer that no other test has discovered. */
	public String publicIssuer(String simulation) {
		return discoverable("/sim/" + simulation + "/fhir");
	}

	public String symmetricIssuer() {
		return discoverable("/symmetric/fhir");
	}

	/** An issuer whose registration asks for openid, and that has these keys. */
	String identityIssuer(String simulation, JWKSet keys) {
		this.server.stubFor(
				WireMock.get("/identity/" + simulation + "/jwks").willReturn(WireMock.okJson(keys.toString(true))));
		String base = this.server.baseUrl() + "/identity/" + simulation;
		return discoverable("/identity/" + simulation + "/fhir",
				"\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/jwks\", \"revocation_endpoint\": \"%2$s/revoke\","
					.formatted(base, this.server.baseUrl()));
	}

	/** The same with anything else in its discovery document. */
	String identityIssuer(String simulation, String furtherDiscovery) {
		return discoverable("/identity/" + simulation + "/fhir", furtherDiscovery);
	}

	/** An issuer whose registration pins its name, and cannot change its redirect URI. */
	String unchangeableIssuer(String furtherDiscovery) {
		return discoverable("/unchangeable/old/fhir", furtherDiscovery);
	}

	/** Another one that answers at the same redirect URI. */
	String unchangedIssuer(String simulation, String furtherDiscovery) {
		return discoverable("/unchanged/" + simulation + "/fhir", furtherDiscovery);
	}

	/** An issuer whose registration lists hosts that lead elsewhere. */
	String movedIssuer(String simulation, String furtherDiscovery, String tokenEndpoint) {
		String path = "/moved/" + simulation + "/fhir";
		this.server.stubFor(WireMock.get(path + "/.well-known/smart-configuration")
			.willReturn(WireMock.okJson("""
					{ %s "authorization_endpoint": "%s/authorize", "token_endpoint": "%s" }"""
				.formatted(furtherDiscovery, this.server.baseUrl(), tokenEndpoint))));
		return this.server.baseUrl() + path;
	}

	String tokenEndpoint() {
		return this.server.baseUrl() + "/sim/token";
	}

	public void answersTokenRequests(ResponseDefinitionBuilder response) {
		this.server.stubFor(WireMock.post(WireMock.urlPathMatching(".*/token")).willReturn(response));
	}

	public void grants(String patient) {
		answersTokenRequests(WireMock.okJson("""
				{ "access_token": "token-for-%1$s", "token_type": "Bearer", "expires_in": 300,
				  "scope": "launch patient/Patient.rs", "patient": "%1$s", "encounter": "e1",
				  "need_patient_banner": false }""".formatted(patient)));
	}

	/**
	 * Every secret that was sent here since the last reset: credentials, codes,
	 * verifiers, assertions, tokens.
	 */
	List<String> secretsSent() {
		return this.server.getAllServeEvents().stream().map(ServeEvent::getRequest).flatMap((request) -> {
			Stream<String> form = request.getFormParameters()
				.entrySet()
				.stream()
				.filter((parameter) -> !OPEN_PARAMETERS.contains(parameter.getKey()))
				.flatMap((parameter) -> parameter.getValue().values().stream());
			return Stream.concat(form, Stream.ofNullable(request.getHeader("Authorization"))
				.map((header) -> header.replaceFirst("^\\w+ ", "")));
		}).filter((secret) -> secret.length() > 5).distinct().toList();
	}

	/** A launch-config directory that registers both. */
	Path registrations() {
		try {
			Path directory = Files.createTempDirectory("launch-config");
			Files.writeString(directory.resolve("open.yml"),
					registration("/sim/{simulation}/fhir", "auth: none", "https://open.example.org"));
			Files.writeString(directory.resolve("symmetric.yml"), registration("/symmetric/fhir",
					"auth: client_secret_basic\nclient-secret-env: TEST_SECRET", "https://symmetric.example.org"));
			Files.writeString(directory.resolve("identity.yml"),
					registration("/identity/{simulation}/fhir", "auth: none", "https://identity.example.org")
						.replace("[launch,", "[launch, openid, fhirUser,")
						.replace("client-id:", "hosts: [ auth.example.org ]\nclient-id:"));
			Files.writeString(directory.resolve("unchangeable.yml"),
					registration("/unchangeable/{simulation}/fhir", "auth: none", "https://old.example.org").replace(
							"client-id:", "shared-redirect-uri: true\nissuer: https://old.example.org\nclient-id:"));
			Files.writeString(directory.resolve("unchanged.yml"),
					registration("/unchanged/{simulation}/fhir", "auth: none", "https://other.example.org")
						.replace("client-id:", "shared-redirect-uri: true\nhosts: [ old.example.org ]\nclient-id:"));
			Files.writeString(directory.resolve("moved.yml"),
					registration("/moved/{simulation}/fhir", "auth: none", "https://moved.example.org")
						.replace("[launch,", "[launch, openid, fhirUser,")
						.replace("client-id:", "hosts: [ " + MOVED + ", " + METADATA + " ]\nclient-id:"));
			Files.writeString(directory.resolve("inside.yml"),
					registration("/inside/fhir", "auth: none", "https://inside.example.org")
						.replace(this.server.baseUrl(), "https://" + MOVED)
						.replace("environment: sandbox", "environment: production"));
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String registration(String path, String auth, String frameAncestor) {
		return """
				name: Played EHR
				environment: sandbox
				iss: %s
				client-id: played-app
				%s
				scopes: [launch, patient/Patient.rs, patient/Observation.rs]
				frame-ancestors: [%s]
				source: this test
				verified-on: with every build
				""".formatted(this.server.baseUrl() + path, auth, frameAncestor);
	}

	private String discoverable(String path) {
		return discoverable(path, "\"revocation_endpoint\": \"" + this.server.baseUrl() + "/revoke\",");
	}

	private String discoverable(String path, String further) {
		String base = this.server.baseUrl() + path;
		this.server.stubFor(WireMock.get(path + "/.well-known/smart-configuration").willReturn(WireMock.okJson("""
				{ %2$s "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				  "code_challenge_methods_supported": [ "S256" ] }""".formatted(base, further))));
		return base;
	}

}
