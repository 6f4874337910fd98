package org.twitchingreference.smart;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.smart.discovery.Deviations.Deviation;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * What a token response grants: access and for how long, perhaps a token to renew it,
 * scopes and the launch context.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, launch context</a>
 */
public record TokenGrant(String accessToken, Optional<Duration> lifetime, Optional<String> refreshToken,
		GrantedScopes scopes, String patientId, Optional<String> encounterId, boolean needsPatientBanner,
		LaunchContext context) {

	private static final String PATIENT = "patient";

	/** A FHIR id (FHIR R4, 2.24.0.1), which goes into paths as it is. */
	private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9.-]{1,64}");

	/** A token (RFC 6749, appendices A.12 and A.17) that fits into a header. */
	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,16384}");

	/** The limits of "scope", in characters and words. */
	private static final int LONGEST_SCOPE = 16384;

	private static final int MOST_SCOPES = 1000;

	/** Access with no further launch context. */
	public TokenGrant(String accessToken, Optional<Duration> lifetime, Optional<String> refreshToken,
			GrantedScopes scopes, String patientId, Optional<String> encounterId, boolean needsPatientBanner) {
		this(accessToken, lifetime, refreshToken, scopes, patientId, encounterId, needsPatientBanner,
				LaunchContext.NONE);
	}

	/** Reads a token response of this FHIR base; fails when it names no patient. */
	static TokenGrant from(OAuth2AccessTokenResponse response, String fhirBase) {
		Map<String, Object> context = response.getAdditionalParameters();
		return new TokenGrant(accessToken(response), lifetime(response.getAccessToken()), refreshToken(response),
				scopes(response.getAccessToken()), patient(context.get(PATIENT), fhirBase),
				id(context.get("encounter")), needsBanner(context.get("need_patient_banner")),
				LaunchContext.from(context));
	}

	/** What a token response grants, without a patient: to be revoked. */
	static Optional<TokenGrant> withoutPatient(OAuth2AccessTokenResponse response) {
		return Optional.of(response.getAccessToken().getTokenValue())
			.filter((token) -> TOKEN.matcher(token).matches())
			.map((token) -> new TokenGrant(token, Optional.empty(), refreshToken(response), new GrantedScopes(Set.of()),
					"", Optional.empty(), true));
	}

	/**
	 * The grant after a refresh response (RFC 6749, section 6): for the same patient,
	 * with the scopes that the response names, if any, and with the old refresh token
	 * unless the response has a new one.
	 */
	TokenGrant renewedBy(OAuth2AccessTokenResponse response) {
		return new TokenGrant(accessToken(response), lifetime(response.getAccessToken()),
				refreshToken(response).or(this::refreshToken), renewedScopes(response.getAccessToken()), this.patientId,
				this.encounterId, this.needsPatientBanner, this.context);
	}

	/** Whether a refresh response names another patient. */
	boolean isForAnother(OAuth2AccessTokenResponse response, String fhirBase) {
		Object patient = response.getAdditionalParameters().get(PATIENT);
		return patient != null && !patient.equals("")
				&& PatientParameter.of(patient, fhirBase)
					.filter((named) -> named.id().equals(this.patientId))
					.isEmpty();
	}

	/** How a token response deviates from the standard and is accepted nevertheless. */
	static Stream<Deviation> deviations(OAuth2AccessTokenResponse response, String fhirBase) {
		Set<String> scopes = response.getAccessToken().getScopes();
		return Stream.concat(
				PatientParameter.of(response.getAdditionalParameters().get(PATIENT), fhirBase)
					.flatMap(PatientParameter::deviation)
					.stream(),
				Stream.of(Deviation.SCOPES_WRITTEN_OTHERWISE)
					.filter((deviation) -> !GrantedScopes.of(scopes).scopes().equals(scopes)));
	}

	/**
	 * How the page may put drafts onto the EHR's scratchpad; empty without the scope.
	 */
	public Optional<WebMessaging> scratchpad(Set<String> asked) {
		return this.context.messaging().filter((messaging) -> this.scopes.allowScratchpad(asked));
	}

	/** Prints nothing of its content. */
	@Override
	public String toString() {
		return "TokenGrant";
	}

	private GrantedScopes renewedScopes(OAuth2AccessToken token) {
		return token.getScopes().isEmpty() ? this.scopes : scopes(token);
	}

	/** None may be omitted: an empty list means everything that was requested. */
	private static GrantedScopes scopes(OAuth2AccessToken token) {
		Set<String> words = token.getScopes();
		if (words.size() > MOST_SCOPES || words.stream().mapToInt(String::length).sum() > LONGEST_SCOPE) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return GrantedScopes.of(words);
	}

	private static String accessToken(OAuth2AccessTokenResponse response) {
		String token = response.getAccessToken().getTokenValue();
		if (TokenResponseConverter.isDefect(response) || !TOKEN.matcher(token).matches()) {
			throw new LaunchException(LaunchProblem.TOKEN_UNUSABLE);
		}
		return token;
	}

	/**
	 * The lifetime; empty if the response has none, which Spring turns into one second.
	 */
	private static Optional<Duration> lifetime(OAuth2AccessToken token) {
		Instant issued = token.getIssuedAt();
		Instant expires = token.getExpiresAt();
		return (issued == null || expires == null) ? Optional.empty()
				: Optional.of(Duration.between(issued, expires)).filter((lifetime) -> lifetime.toSeconds() > 1);
	}

	private static Optional<String> refreshToken(OAuth2AccessTokenResponse response) {
		return Optional.ofNullable(response.getRefreshToken())
			.map(OAuth2RefreshToken::getTokenValue)
			.filter((token) -> TOKEN.matcher(token).matches());
	}

	private static String patient(@Nullable Object value, String fhirBase) {
		if (value == null || value.equals("")) {
			throw new LaunchException(LaunchProblem.PATIENT_MISSING);
		}
		return PatientParameter.of(value, fhirBase)
			.map(PatientParameter::id)
			.orElseThrow(() -> new LaunchException(LaunchProblem.TOKEN_UNUSABLE));
	}

	private static Optional<String> id(@Nullable Object value) {
		return Optional.ofNullable(value)
			.filter(String.class::isInstance)
			.map(String.class::cast)
			.filter((id) -> ID.matcher(id).matches());
	}

	/**
	 * Whether the banner is needed: unless the EHR says false, as a boolean or a string.
	 */
	private static boolean needsBanner(@Nullable Object value) {
		return value == null || !"false".equalsIgnoreCase(value.toString());
	}

}
