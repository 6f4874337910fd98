package org.twitchingreference.sandbox.authorization;

import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.FhirBases;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * Checks what SMART requires of an authorization request beyond OAuth: the exact redirect
 * URI (Spring lets loopback ports vary), a launch that this EHR opened, and the FHIR base
 * of that launch as {@code aud}.
 */
class LaunchRequestValidator implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

	private final Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> standard = new OAuth2AuthorizationCodeRequestAuthenticationValidator();

	private final EhrLaunches launches;

	private final FhirBases bases;

	LaunchRequestValidator(EhrLaunches launches, FhirBases bases) {
		this.launches = launches;
		this.bases = bases;
	}

	@Override
	public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		if (!context.getRegisteredClient().getRedirectUris().contains(request.getRedirectUri())) {
			throw refusal("redirect_uri is not the registered one", null);
		}
		this.standard.accept(context);
		String aud = parameter(request, "aud");
		FhirBase base = this.bases.at(aud).orElseThrow(() -> refusal("aud is not a FHIR base of this EHR", request));
		if (!base.clientId().equals(request.getClientId())) {
			throw refusal("this client is not registered for the FHIR base in aud", request);
		}
		requireLaunch(request, base);
	}

	private void requireLaunch(OAuth2AuthorizationCodeRequestAuthenticationToken request, FhirBase base) {
		EhrLaunch launch = this.launches
			.redeem(parameter(request, "launch"), parameter(request, PkceParameterNames.CODE_CHALLENGE))
			.orElseThrow(() -> refusal("launch is unknown, expired or already used", request));
		if (!launch.base().equals(base)) {
			throw refusal("aud is not the FHIR base this launch was opened for", request);
		}
	}

	private static String parameter(OAuth2AuthorizationCodeRequestAuthenticationToken request, String name) {
		return Objects.toString(request.getAdditionalParameters().get(name), "");
	}

	/** The error; without the request, the browser is not redirected to the client. */
	private static OAuth2AuthorizationCodeRequestAuthenticationException refusal(String reason,
			@Nullable OAuth2AuthorizationCodeRequestAuthenticationToken request) {
		return new OAuth2AuthorizationCodeRequestAuthenticationException(
				new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, reason, null), request);
	}

}
