package org.twitchingreference.preflight.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.AuthorizeBy;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;

/** Compares a smart-configuration with the registration (SMART App Launch 2.2). */
public final class SmartConfigurationCheck {

	private static final String METHODS = "token_endpoint_auth_methods_supported";

	private static final String ALGORITHMS = "token_endpoint_auth_signing_alg_values_supported";

	private static final String CHALLENGES = "code_challenge_methods_supported";

	private static final String CAPABILITIES = "capabilities";

	private static final Map<ClientAuthentication, String> CLIENTS = Map.of(ClientAuthentication.NONE, "client-public",
			ClientAuthentication.CLIENT_SECRET_BASIC, "client-confidential-symmetric",
			ClientAuthentication.CLIENT_SECRET_POST, "client-confidential-symmetric",
			ClientAuthentication.PRIVATE_KEY_JWT, "client-confidential-asymmetric");

	void check(CheckedRegistration subject, PublicDocument offered, RegistrationFindings findings) {
		EhrRegistration registration = subject.registration();
		checkAuthentication(registration, offered, findings);
		findings.check(!offered.names(CHALLENGES) || offered.words(CHALLENGES).contains("S256"), "", "pkce",
				(all) -> all.warning("pkce-not-offered", "", listed(offered.words(CHALLENGES))));
		checkCapabilities(registration, offered, findings);
		checkScopes(registration, offered, findings);
		registration.answers()
			.issuer()
			.filter((pinned) -> offered.text("issuer").filter((named) -> !named.equals(pinned)).isPresent())
			.ifPresent((pinned) -> findings.error("issuer-other", "issuer", offered.text("issuer").orElse("")));
	}

	/**
	 * If the server lists no authentication methods, its capabilities say which kinds of
	 * client it supports.
	 */
	private static void checkAuthentication(EhrRegistration registration, PublicDocument offered,
			RegistrationFindings findings) {
		String method = registration.authentication().name().toLowerCase(Locale.ROOT);
		Set<String> methods = offered.words(METHODS);
		Set<String> capabilities = offered.words(CAPABILITIES);
		boolean listed = methods.contains(method) || capabilities.contains(CLIENTS.get(registration.authentication()));
		boolean kindSaid = capabilities.stream().anyMatch((word) -> word.startsWith("client-"));
		boolean isPublic = registration.authentication() == ClientAuthentication.NONE;
		// Servers seldom list "none", even if they support public clients
		boolean refused = (methods.isEmpty() || (isPublic && kindSaid)) ? (kindSaid && !listed)
				: (isPublic ? !listed : !methods.contains(method));
		findings.check(!refused, "auth", "auth", (all) -> all.error("auth-not-offered", "auth", method,
				listed(methods.isEmpty() ? capabilities : methods)));
		String algorithm = registration.assertion().algorithm().name();
		if (registration.authentication() == ClientAuthentication.PRIVATE_KEY_JWT && offered.names(ALGORITHMS)) {
			findings.check(offered.words(ALGORITHMS).contains(algorithm), "signing-algorithm", "signing-algorithm",
					(all) -> all.error("signing-algorithm-not-offered", "signing-algorithm", algorithm,
							listed(offered.words(ALGORITHMS))));
		}
	}

	private static void checkCapabilities(EhrRegistration registration, PublicDocument offered,
			RegistrationFindings findings) {
		Set<String> capabilities = offered.words(CAPABILITIES);
		if (capabilities.isEmpty()) {
			findings.warning("capabilities-not-said", "");
			return;
		}
		needed(registration).forEach((capability, scope) -> {
			if (!capabilities.contains(capability)) {
				findings.warning("capability-missing", scopeField(registration, scope), capability, scope);
			}
		});
		if (registration.authorizeBy() == AuthorizeBy.POST && !capabilities.contains("authorize-post")) {
			findings.warning("capability-missing", "authorize-by", "authorize-post", "authorize-by: post");
		}
		findings.ok(CAPABILITIES, "", listed(capabilities));
	}

	/** The capabilities that the scopes need, each with a scope that needs it. */
	private static Map<String, String> needed(EhrRegistration registration) {
		Map<String, String> needed = new LinkedHashMap<>();
		registration.scopes().forEach((scope) -> {
			if (scope.matches("openid|fhirUser|profile")) {
				needed.put("sso-openid-connect", scope);
			}
		});
		if (registration.launchesFromCharts()) {
			needed.put("launch-ehr", "launch");
		}
		if (registration.launchesStandalone()) {
			needed.put("launch-standalone", "launch/patient");
		}
		return needed;
	}

	/**
	 * A scope that is not listed is only a warning: many servers grant more scopes than
	 * they list.
	 */
	private static void checkScopes(EhrRegistration registration, PublicDocument offered,
			RegistrationFindings findings) {
		Set<String> known = offered.words("scopes_supported");
		Set<String> capabilities = offered.words(CAPABILITIES);
		boolean onlyFirst = capabilities.contains("permission-v1") && !capabilities.contains("permission-v2");
		for (String scope : registration.scopes()) {
			boolean resource = ScopeCheck.RESOURCE.matcher(scope).matches();
			if (resource && onlyFirst && scope.matches(".*\\.c?r?u?d?s?(\\?.*)?")) {
				findings.error("scope-style", scopeField(registration, scope), scope);
			}
			else if (!known.isEmpty() && !known.contains(scope)
					&& known.stream().noneMatch((wider) -> covers(wider, scope))) {
				findings.warning("scope-not-offered", scopeField(registration, scope), scope);
			}
		}
	}

	/**
	 * Whether the offered scope includes the other, as patient/*.* and patient/*.cruds
	 * include patient/Observation.rs.
	 */
	private static boolean covers(String wider, String scope) {
		String permission = wider.replaceFirst("^[^.]*\\.?", "");
		boolean allowed = permission.equals("*")
				|| scope.replaceFirst("^[^.]*\\.", "").chars().allMatch((letter) -> permission.indexOf(letter) >= 0);
		return allowed && (wider.startsWith(scope.replaceFirst("/.*", "/*."))
				|| wider.startsWith(scope.replaceFirst("\\..*", ".")));
	}

	private static String scopeField(EhrRegistration registration, String scope) {
		return "scopes[" + List.copyOf(registration.scopes()).indexOf(scope) + "]";
	}

	private static String listed(Set<String> words) {
		return String.join(", ", new TreeSet<>(words));
	}

}
