package org.twitchingreference.smart;

import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.jwk.JWK;
import org.twitchingreference.keys.ClientKeys;
import org.twitchingreference.keys.UnusableKeysException;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.EhrRegistration.AssertionStyle;
import org.twitchingreference.registration.EhrRegistration.ClientAuthentication;
import org.twitchingreference.registration.EhrRegistrations;

import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter.JwtClientAuthenticationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

/**
 * Signs the assertions by which this client authenticates at a token endpoint, if its
 * registration says "private_key_jwt". Each is made for one request.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html">
 * SMART App Launch 2.2, asymmetric client authentication</a>
 */
@Component
class ClientAssertions {

	/**
	 * How long an assertion is valid. SMART allows five minutes; two of them are kept in
	 * reserve for differing clocks.
	 */
	private static final Duration LIFETIME = Duration.ofMinutes(3);

	/**
	 * How long ago it was issued, by its own account: some EHRs refuse what was issued
	 * later than their own clock says.
	 */
	private static final Duration AGE = Duration.ofMinutes(1);

	private final EhrRegistrations registrations;

	private final ClientKeys keys;

	private final LaunchProperties properties;

	ClientAssertions(EhrRegistrations registrations, ClientKeys keys, LaunchProperties properties) {
		this.registrations = registrations;
		this.keys = keys;
		this.properties = properties;
		registrations.all()
			.stream()
			.filter((ehr) -> ehr.authentication() == ClientAuthentication.PRIVATE_KEY_JWT)
			.forEach(this::requireKey);
	}

	/**
	 * The parameters by which a token request authenticates; none for other kinds of
	 * client.
	 */
	<T extends AbstractOAuth2AuthorizationGrantRequest> NimbusJwtClientAuthenticationParametersConverter<T> parameters() {
		NimbusJwtClientAuthenticationParametersConverter<T> converter = new NimbusJwtClientAuthenticationParametersConverter<>(
				this::key);
		converter.setJwtClientAssertionCustomizer(this::complete);
		return converter;
	}

	private void complete(JwtClientAuthenticationContext<?> assertion) {
		assertion.getHeaders().type("JWT");
		Instant now = Instant.now();
		assertion.getClaims().issuedAt(now.minus(AGE)).expiresAt(now.plus(LIFETIME));
		if (style(assertion.getAuthorizationGrantRequest().getClientRegistration()).namesKeySet()) {
			assertion.getHeaders().jwkSetUrl(this.properties.address("/jwks.json").toString());
		}
	}

	/**
	 * The key to sign with. Without one the request fails like that of any refused
	 * client.
	 */
	private JWK key(ClientRegistration client) {
		return this.keys.signingKey(style(client).algorithm())
			.orElseThrow(() -> new LaunchException(LaunchProblem.CLIENT_REFUSED));
	}

	private AssertionStyle style(ClientRegistration client) {
		return this.registrations.byId(client.getRegistrationId()).map(EhrRegistration::assertion).orElseThrow();
	}

	private void requireKey(EhrRegistration registration) {
		if (this.keys.signingKey(registration.assertion().algorithm()).isEmpty()) {
			throw new UnusableKeysException(
					"Set twitching.signing-keys to a file with a key for " + registration.assertion().algorithm()
							+ ", or to a .json file to be made, as `auth: private_key_jwt` of " + registration.id()
							+ " needs one.");
		}
	}

}
