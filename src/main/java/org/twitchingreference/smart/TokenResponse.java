package org.twitchingreference.smart;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * The fields of a token response, read within limits; what may not be used fails or is
 * left out.
 */
final class TokenResponse {

	/** A FHIR id (FHIR R4, 2.24.0.1), which goes into paths as it is. */
	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9.-]{1,64}");

	/** A token (RFC 6749, appendices A.12 and A.17) that fits into a header. */
	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,16384}");

	/** The limits of "scope", in characters and words. */
	private static final int LONGEST_SCOPE = 16384;

	private static final int MOST_SCOPES = 1000;

	private TokenResponse() {
	}

	/** None may be omitted: an empty list means everything that was requested. */
	static GrantedScopes scopes(OAuth2AccessToken token) {
		Set<String> words = token.getScopes();
		if (words.size() > MOST_SCOPES || words.stream().mapToInt(String::length).sum() > LONGEST_SCOPE) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return GrantedScopes.of(words);
	}

	static String accessToken(OAuth2AccessTokenResponse response) {
		String token = response.getAccessToken().getTokenValue();
		if (TokenResponseConverter.isDefect(response) || !isToken(token)) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return token;
	}

	/**
	 * The lifetime; empty if the response has none, which Spring turns into one second.
	 */
	static Optional<Duration> lifetime(OAuth2AccessToken token) {
		Instant issued = token.getIssuedAt();
		Instant expires = token.getExpiresAt();
		return (issued == null || expires == null) ? Optional.empty()
				: Optional.of(Duration.between(issued, expires)).filter((lifetime) -> lifetime.toSeconds() > 1);
	}

	static Optional<String> refreshToken(OAuth2AccessTokenResponse response) {
		return Optional.ofNullable(response.getRefreshToken())
			.map(OAuth2RefreshToken::getTokenValue)
			.filter(TokenResponse::isToken);
	}

	static String patient(@Nullable Object value, String fhirBase) {
		if (value == null || value.equals("")) {
			throw new LaunchException(LaunchProblem.PATIENT_MISSING);
		}
		return PatientParameter.of(value, fhirBase)
			.map(PatientParameter::id)
			.orElseThrow(() -> new LaunchException(LaunchProblem.TOKEN_UNUSABLE));
	}

	static Optional<String> id(@Nullable Object value) {
		return Optional.ofNullable(value)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter((id) -> ID.matcher(id).matches());
	}

	/**
	 * Whether the banner is needed: unless the EHR says false, as a boolean or a string.
	 */
	static boolean needsBanner(@Nullable Object value) {
		return value == null || !"false".equalsIgnoreCase(value.toString());
	}

	static boolean isToken(String text) {
		return TOKEN.matcher(text).matches();
	}

}
