package org.twitchingreference.endtoend;

import java.net.URI;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * A registered EHR that passes the browser on to another one, and hopes to be handed that
 * one's code (RFC 9700, section 4.4.1).
 */
final class ForwardingEhr {

	private static final WireMockServer SERVER = started();

	private ForwardingEhr() {
	}

	/** The app's registration of it. */
	static String registration() {
		return """
				name: Forwarding EHR
				environment: sandbox
				iss: %s/{simulation}/fhir
				client-id: forwarded-app
				auth: none
				scopes: [ launch, patient/Patient.rs ]
				source: this test
				verified-on: with every build
				""".formatted(SERVER.baseUrl());
	}

	/**
	 * Its launch, on behalf of which the browser goes on to the honest EHR: with this
	 * client id, redirect URI and launch there.
	 */
	static URI launch(String issuerThatItClaims, URI honestLaunch, String client, String redirectUri) {
		SERVER.resetAll();
		String base = SERVER.baseUrl() + "/" + Integer.toHexString(issuerThatItClaims.hashCode()) + "/fhir";
		SERVER.stubFor(WireMock.get(WireMock.urlPathMatching(".*/smart-configuration"))
			.willReturn(WireMock.okJson("""
					{ "issuer": "%2$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token" }"""
				.formatted(base, issuerThatItClaims))));
		SERVER.stubFor(WireMock.get(WireMock.urlPathMatching(".*/authorize"))
			.willReturn(WireMock.temporaryRedirect(forwarded(honestLaunch, client, redirectUri))
				.withTransformers("response-template")));
		SERVER.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(WireMock.badRequest()));
		return UriComponentsBuilder.fromUri(honestLaunch)
			.replaceQuery(null)
			.queryParam("iss", base)
			.queryParam("launch", "its-own")
			.build()
			.toUri();
	}

	/** Everything that was sent to it. */
	static String received() {
		return SERVER.getAllServeEvents()
			.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getMethod() + " " + request.getUrl() + " " + request.getBodyAsString())
			.reduce("", (all, next) -> all + next + "\n");
	}

	private static String forwarded(URI honestLaunch, String client, String redirectUri) {
		var asked = UriComponentsBuilder.fromUri(honestLaunch).build().getQueryParams();
		return RunningSystem.ehr() + "/oauth2/authorize?response_type=code&client_id=" + client + "&redirect_uri="
				+ redirectUri + "&aud=" + asked.getFirst("iss") + "&launch=" + asked.getFirst("launch")
				+ "&scope=launch%20patient/Patient.rs&code_challenge_method=S256"
				+ "&code_challenge={{{request.query.code_challenge}}}&state={{{request.query.state}}}";
	}

	private static WireMockServer started() {
		WireMockServer server = new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());
		server.start();
		return server;
	}

}
