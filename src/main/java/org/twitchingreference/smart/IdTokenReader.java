package org.twitchingreference.smart;

import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.twitchingreference.registration.IdTokenRules.NonceRule;
import org.twitchingreference.smart.discovery.Deviations;
import org.twitchingreference.smart.discovery.Deviations.Deviation;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Reads from the id_token of a token response who signed in. There need not be one, but
 * one that comes must be valid in every respect; only the nonce may be missing, and then
 * nobody is named.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">
 * OpenID Connect Core 1.0, section 3.1.3.7</a>
 */
@Component
class IdTokenReader {

	/** The parameter of the authorization request that the id_token must repeat. */
	static final String NONCE = "nonce";

	/** How far the clocks of the EHR and of this server may be apart. */
	static final Duration SKEW = Duration.ofSeconds(60);

	private static final int LONGEST = 16 * 1024;

	private final IdTokenVerifier verifier;

	private final Deviations deviations;

	IdTokenReader(IssuerKeys keys, AuthorizationServerMetadata servers, Deviations deviations) {
		this.verifier = new IdTokenVerifier(keys, servers);
		this.deviations = deviations;
	}

	/**
	 * The user; empty when there is no id_token. An invalid one ends the launch with its
	 * problem.
	 */
	Optional<SignedInUser> read(PendingAuthorization authorization, OAuth2AccessTokenResponse response) {
		return read(response, expected(authorization), authorization);
	}

	/**
	 * Whether a refresh response is for the user of the launch: its id_token names no
	 * other subject, verified or not. Any other defect is logged once and changes
	 * nothing: nothing is taken from it (OpenID Connect Core 1.0, section 12.2).
	 */
	boolean isSameUser(Optional<SignedInUser> user, PendingAuthorization authorization,
			OAuth2AccessTokenResponse response) {
		try {
			read(response, expected(authorization).forRenewal(), authorization);
		}
		catch (LaunchException ex) {
			this.deviations.tolerate(authorization.registration(), ex.problem());
		}
		Optional<String> now = claimedSubject(response);
		Optional<String> before = user.flatMap(SignedInUser::subject);
		return now.isEmpty() || before.isEmpty() || now.equals(before);
	}

	/** Whom an id_token says that it is about, whether that is true or not. */
	private static Optional<String> claimedSubject(OAuth2AccessTokenResponse response) {
		try {
			Object token = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
			return (token instanceof String text && text.length() <= LONGEST)
					? Optional.ofNullable(JWTParser.parse(text).getJWTClaimsSet()).map(JWTClaimsSet::getSubject)
					: Optional.empty();
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

	private Optional<SignedInUser> read(OAuth2AccessTokenResponse response, ExpectedClaims expected,
			PendingAuthorization authorization) {
		Object token = response.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
		if (token == null || token.equals("")) {
			return Optional.empty();
		}
		if (!(token instanceof String text) || text.length() > LONGEST) {
			throw new LaunchException(LaunchProblem.ID_TOKEN_UNREADABLE);
		}
		Jwt idToken = this.verifier.verified(authorization, text);
		expected.check(idToken);
		SignedInUser user = SignedInUser.of(idToken, authorization.issuer());
		if (user.isPatient() && !authorization.registration().idToken().patients()) {
			throw new LaunchException(LaunchProblem.FOR_CLINICIANS);
		}
		if (expected.isTiedToLaunch(idToken)) {
			return Optional.of(user);
		}
		this.deviations.tolerate(authorization.registration(), Deviation.NO_NONCE);
		return Optional.of(user.unnamed());
	}

	private static ExpectedClaims expected(PendingAuthorization authorization) {
		String issuer = IdTokenVerifier.issuer(authorization);
		boolean mayLackNonce = authorization.registration().idToken().nonce() != NonceRule.REQUIRED;
		Map<String, Object> asked = authorization.request().getAdditionalParameters();
		return new ExpectedClaims(
				ClientRegistration.withClientRegistration(authorization.client()).issuerUri(issuer).build(), issuer,
				Optional.ofNullable(asked.get(NONCE)).map(Object::toString), mayLackNonce, SKEW);
	}

}
