package org.twitchingreference.sandbox.authorization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.sandbox.chart.Clinician;
import org.twitchingreference.sandbox.ehr.AuthorizationProfile;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Adds the launch context to the tokens and to the token response (SMART App Launch 2.2,
 * "Launch context arrives with your access_token").
 */
public class SmartClaims
		implements OAuth2TokenCustomizer<JwtEncodingContext>, Consumer<OAuth2AccessTokenAuthenticationContext> {

	public static final String PATIENT = "patient";

	/** The claim that all tokens of one launch share. */
	public static final String LAUNCH = "launch";

	private static final String USER = "fhirUser";

	private final EhrLaunches launches;

	private final OAuth2AuthorizationService authorizations;

	private final SmartEndpoints endpoints;

	SmartClaims(EhrLaunches launches, OAuth2AuthorizationService authorizations, SmartEndpoints endpoints) {
		this.launches = launches;
		this.authorizations = authorizations;
		this.endpoints = endpoints;
	}

	/**
	 * The access token names its patient and the only FHIR base it is valid for. It is
	 * signed with the secret key, which takes a tenth of a millisecond in place of
	 * several.
	 */
	@Override
	public void customize(JwtEncodingContext context) {
		EhrLaunch launch = launch(context.getAuthorization());
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getJwsHeader().algorithm(MacAlgorithm.HS256);
			context.getClaims()
				.claim(PATIENT, launch.patient())
				.claim(LAUNCH, launch.id())
				.audience(List.of(launch.base().uri().toString()));
		}
		else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
			identify(context, launch);
		}
	}

	private static void identify(JwtEncodingContext context, EhrLaunch launch) {
		AuthorizationProfile access = launch.base().ehr().access();
		context.getClaims().claims((claims) -> {
			if (context.getAuthorizedScopes().contains(USER)) {
				String user = launch.base().uri() + "/Practitioner/" + Clinician.ID;
				claims.put(USER, oddities(launch).getOrDefault(USER, user));
			}
			if (access.has(LaunchQuirk.NO_NONCE)) {
				claims.remove("nonce");
			}
			if (access.has(LaunchQuirk.RENEWED_WITHOUT_AUD) && isRefreshing()) {
				claims.remove("aud");
			}
		});
	}

	/** Adds the parameters beside the access token. */
	@Override
	public void accept(OAuth2AccessTokenAuthenticationContext context) {
		OAuth2AccessTokenAuthenticationToken token = context.getAuthentication();
		EhrLaunch launch = launch(
				this.authorizations.findByToken(token.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN));
		Map<String, Object> parameters = new HashMap<>(token.getAdditionalParameters());
		parameters.put(PATIENT, patient(launch));
		launch.encounter().ifPresent((encounter) -> parameters.put("encounter", encounter));
		parameters.put("need_patient_banner", launch.needPatientBanner());
		parameters.put("smart_style_url", this.endpoints.style().toString());
		if (token.getAccessToken().getScopes().contains(SandboxScopes.SCRATCHPAD)) {
			parameters.put("smart_web_messaging_handle", launch.messagingHandle());
			parameters.put("smart_web_messaging_origin", this.endpoints.origin());
		}
		parameters.putAll(oddities(launch));
		parameters.remove(AuthorizationProfile.ISSUER);
		if (launch.base().ehr().access().has(LaunchQuirk.ODD_SCOPES)) {
			parameters.put("scope",
					token.getAccessToken().getScopes().stream().map((scope) -> odd(scope, launch)).toList());
		}
		context.getAccessTokenResponse().additionalParameters(parameters);
		if (isRefreshing() && !launch.base().ehr().access().renewsRefreshTokens()) {
			context.getAccessTokenResponse().refreshToken(null);
		}
	}

	private static String patient(EhrLaunch launch) {
		return launch.base().ehr().access().has(LaunchQuirk.ODD_PATIENT_ID)
				? launch.base().uri() + "/Patient/" + launch.patient().replace('-', '_') : launch.patient();
	}

	private static String odd(String scope, EhrLaunch launch) {
		return scope.contains(".") ? launch.base().uri() + "/" + scope : scope;
	}

	private static Map<String, Object> oddities(EhrLaunch launch) {
		return launch.base().ehr().access().oddities();
	}

	/** Whether the current token request is a refresh. */
	private static boolean isRefreshing() {
		return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
				&& "refresh_token".equals(attributes.getRequest().getParameter("grant_type"));
	}

	private EhrLaunch launch(@Nullable OAuth2Authorization authorization) {
		OAuth2AuthorizationRequest request = Objects.requireNonNull(authorization)
			.getAttribute(OAuth2AuthorizationRequest.class.getName());
		return Optional.ofNullable(request)
			.map((asked) -> asked.getAdditionalParameters().get("launch"))
			.flatMap((id) -> this.launches.redeemed(id.toString()))
			.orElseThrow(() -> new IllegalStateException("An authorization without a launch"));
	}

}
