package org.twitchingreference.smart;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.smart.discovery.Deviations.Deviation;

import org.springframework.security.oauth2.core.OAuth2AccessToken;
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

	/** Access with no further launch context. */
	public TokenGrant(String accessToken, Optional<Duration> lifetime, Optional<String> refreshToken,
			GrantedScopes scopes, String patientId, Optional<String> encounterId, boolean needsPatientBanner) {
		this(accessToken, lifetime, refreshToken, scopes, patientId, encounterId, needsPatientBanner,
				LaunchContext.NONE);
	}

	/** Reads a token response of this FHIR base; fails when it names no patient. */
	static TokenGrant from(OAuth2AccessTokenResponse response, String fhirBase) {
		Map<String, Object> context = response.getAdditionalParameters();
		return new TokenGrant(TokenResponse.accessToken(response), TokenResponse.lifetime(response.getAccessToken()),
				TokenResponse.refreshToken(response), TokenResponse.scopes(response.getAccessToken()),
				TokenResponse.patient(context.get(PATIENT), fhirBase), TokenResponse.id(context.get("encounter")),
				TokenResponse.needsBanner(context.get("need_patient_banner")), LaunchContext.from(context));
	}

	/** What a token response grants, without a patient: to be revoked. */
	static Optional<TokenGrant> withoutPatient(OAuth2AccessTokenResponse response) {
		return Optional.of(response.getAccessToken().getTokenValue())
			.filter(TokenResponse::isToken)
			.map((token) -> new TokenGrant(token, Optional.empty(), TokenResponse.refreshToken(response),
					new GrantedScopes(Set.of()), "", Optional.empty(), true));
	}

	/**
	 * The grant after a refresh response (RFC 6749, section 6): for the same patient,
	 * with the scopes that the response names, if any, and with the old refresh token
	 * unless the response has a new one.
	 */
	TokenGrant renewedBy(OAuth2AccessTokenResponse response) {
		return new TokenGrant(TokenResponse.accessToken(response), TokenResponse.lifetime(response.getAccessToken()),
				TokenResponse.refreshToken(response).or(this::refreshToken), renewedScopes(response.getAccessToken()),
				this.patientId, this.encounterId, this.needsPatientBanner, this.context);
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
		return token.getScopes().isEmpty() ? this.scopes : TokenResponse.scopes(token);
	}

}
