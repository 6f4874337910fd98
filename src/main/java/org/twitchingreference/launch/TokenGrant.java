package org.twitchingreference.launch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * What a token response grants: access, scopes and the launch context.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, launch context</a>
 */
record TokenGrant(String accessToken, GrantedScopes scopes, String patientId, Optional<String> encounterId,
		boolean needsPatientBanner) {

	/** A FHIR id (FHIR R4, 2.24.0.1), which goes into paths as it is. */
	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9.-]{1,64}");

	/** An access token (RFC 6749, appendix A.12) that fits into a header. */
	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

	/** Reads a token response; one without patient opens no sidebar. */
	static TokenGrant from(OAuth2AccessTokenResponse response) {
		Map<String, Object> context = response.getAdditionalParameters();
		String accessToken = response.getAccessToken().getTokenValue();
		if (!TOKEN.matcher(accessToken).matches()) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return new TokenGrant(accessToken, new GrantedScopes(response.getAccessToken().getScopes()),
				patient(context.get("patient")), id(context.get("encounter")),
				needsBanner(context.get("need_patient_banner")));
	}

	/** Prints nothing of what it holds. */
	@Override
	public String toString() {
		return "TokenGrant";
	}

	private static String patient(@Nullable Object value) {
		if (value == null || value.equals("")) {
			throw new LaunchException(LaunchProblem.PATIENT_MISSING);
		}
		return id(value).orElseThrow(() -> new LaunchException(LaunchProblem.TOKEN_UNUSABLE));
	}

	private static Optional<String> id(@Nullable Object value) {
		return Optional.ofNullable(value)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter((id) -> ID.matcher(id).matches());
	}

	/** Only a clear no, also as a string, hides who the patient is. */
	private static boolean needsBanner(@Nullable Object value) {
		return value == null || !"false".equalsIgnoreCase(value.toString());
	}

}
