package org.twitchingreference.sandbox;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the authorization server answers and what it offers, as SMART discovery tells it.
 */
record SmartEndpoints(URI issuer) {

	URI authorize() {
		return this.issuer.resolve("/oauth2/authorize");
	}

	URI token() {
		return this.issuer.resolve("/oauth2/token");
	}

	URI revoke() {
		return this.issuer.resolve("/oauth2/revoke");
	}

	URI keys() {
		return this.issuer.resolve("/oauth2/jwks");
	}

	URI style() {
		return this.issuer.resolve("/smart-style.json");
	}

	/**
	 * The document of SMART App Launch 2.2, "Conformance". The OpenID issuer need not be
	 * the FHIR base, nor this server.
	 */
	Map<String, Object> configuration(Access access) {
		Map<String, Object> document = new HashMap<>(
				Map.of("issuer", access.oddities().getOrDefault(Access.ISSUER, this.issuer), "jwks_uri", keys(),
						"authorization_endpoint", authorize(), "token_endpoint", token(),
						"token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
						"grant_types_supported", List.of("authorization_code", "refresh_token"),
						"response_types_supported", List.of("code"), "scopes_supported", SandboxScopes.offered(),
						"code_challenge_methods_supported", List.of("S256"), "capabilities", capabilities()));
		document.put("revocation_endpoint", revoke());
		return document;
	}

	private static List<String> capabilities() {
		return List.of("launch-ehr", "client-public", "client-confidential-symmetric", "context-banner",
				"context-style", "context-ehr-patient", "context-ehr-encounter", "sso-openid-connect",
				"permission-patient", "permission-offline", "permission-online", "permission-v1", "permission-v2");
	}

}
