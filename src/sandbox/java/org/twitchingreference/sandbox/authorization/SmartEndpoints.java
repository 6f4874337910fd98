package org.twitchingreference.sandbox.authorization;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.twitchingreference.sandbox.ehr.AuthorizationProfile;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;

/**
 * The endpoints of the authorization server, and what it offers, as in the SMART
 * discovery document.
 */
public record SmartEndpoints(URI issuer) {

	public URI authorize() {
		return this.issuer.resolve("/oauth2/authorize");
	}

	public URI token() {
		return this.issuer.resolve("/oauth2/token");
	}

	public URI revoke() {
		return this.issuer.resolve("/oauth2/revoke");
	}

	URI keys() {
		return this.issuer.resolve("/oauth2/jwks");
	}

	URI style() {
		return this.issuer.resolve("/smart-style.json");
	}

	/** The origin of the EHR's pages, which are the host in SMART Web Messaging. */
	String origin() {
		return this.issuer.getScheme() + "://" + this.issuer.getAuthority();
	}

	/**
	 * The document of SMART App Launch 2.2, "Conformance". The OpenID issuer need not be
	 * the FHIR base, nor this server.
	 */
	public Map<String, Object> configuration(AuthorizationProfile access) {
		if (access.has(LaunchQuirk.BARE_DISCOVERY)) {
			return Map.of("authorization_endpoint", authorize().getPath(), "token_endpoint", token().getPath(),
					"revocation_endpoint", revoke().getPath());
		}
		Map<String, Object> document = new TreeMap<>();
		document.put("issuer", access.oddities().getOrDefault(AuthorizationProfile.ISSUER, this.issuer));
		document.put("authorization_response_iss_parameter_supported", access.namesItself());
		document.put("jwks_uri", keys());
		document.put("authorization_endpoint", authorize());
		document.put("token_endpoint", token());
		document.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_basic", "client_secret_post", "private_key_jwt"));
		document.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
		document.put("revocation_endpoint", revoke());
		document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
		document.put("response_types_supported", List.of("code"));
		document.put("scopes_supported", SandboxScopes.offered());
		document.put("code_challenge_methods_supported", List.of("S256"));
		document.put("capabilities", capabilities());
		return document;
	}

	private static List<String> capabilities() {
		return List.of("launch-ehr", "launch-standalone", "authorize-post", "context-standalone-patient",
				"client-public", "client-confidential-symmetric", "client-confidential-asymmetric", "context-banner",
				"context-style", "context-ehr-patient", "context-ehr-encounter", "sso-openid-connect",
				"permission-patient", "permission-offline", "permission-online", "permission-v1", "permission-v2");
	}

}
