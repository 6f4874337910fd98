package org.twitchingreference.smart;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/**
 * What the claims of an id_token must say for one launch; the nonce may be missing in
 * renewed access and if the registration does not insist on it, but it may never be a
 * different one.
 */
record ExpectedClaims(ClientRegistration client, String issuer, Optional<String> nonce, boolean mayLackNonce,
		Duration skew) {

	static final OAuth2TokenValidatorResult ACCEPTED = OAuth2TokenValidatorResult.success();

	private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult
		.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));

	private static final int LONGEST_SUBJECT = 255;

	/** The same for an id_token of a refresh response. */
	ExpectedClaims forRenewal() {
		return new ExpectedClaims(this.client, this.issuer, this.nonce, true, this.skew);
	}

	/**
	 * Throws the problem of the first check that fails. The checks run one by one so that
	 * the page can name the problem; Spring's own validator, which reports several at
	 * once with their values, runs last.
	 */
	void check(Jwt idToken) {
		require(idToken, JwtTypeValidator.jwt(), LaunchProblem.ID_TOKEN_UNREADABLE);
		require(idToken, new JwtIssuerValidator(this.issuer), LaunchProblem.ID_TOKEN_ISSUER);
		require(idToken, this::isForThisClient, LaunchProblem.ID_TOKEN_AUDIENCE);
		require(idToken, timestamps(), LaunchProblem.ID_TOKEN_EXPIRED);
		require(idToken, this::hasExpectedNonce, LaunchProblem.ID_TOKEN_NONCE);
		require(idToken, ExpectedClaims::namesSomebody, LaunchProblem.ID_TOKEN_INCOMPLETE);
		OidcIdTokenValidator rest = new OidcIdTokenValidator(this.client);
		rest.setClockSkew(this.skew);
		require(idToken, rest, LaunchProblem.ID_TOKEN_INCOMPLETE);
	}

	/** Whether it repeats the nonce of this launch, if one was sent. */
	boolean isTiedToLaunch(Jwt idToken) {
		return this.nonce.isEmpty() || idToken.getClaim(IdTokenReader.NONCE) != null;
	}

	private static void require(Jwt idToken, OAuth2TokenValidator<Jwt> validator, LaunchProblem problem) {
		if (!isAccepted(idToken, validator)) {
			throw new LaunchException(problem);
		}
	}

	/** A validator that throws because a claim is of the wrong type has refused it. */
	private static boolean isAccepted(Jwt idToken, OAuth2TokenValidator<Jwt> validator) {
		try {
			return !validator.validate(idToken).hasErrors();
		}
		catch (IllegalArgumentException | ClassCastException ex) {
			return false;
		}
	}

	private OAuth2TokenValidatorResult isForThisClient(Jwt idToken) {
		String client = this.client.getClientId();
		String party = idToken.getClaimAsString("azp");
		boolean alone = idToken.getAudience() != null && idToken.getAudience().size() == 1;
		boolean mine = idToken.getAudience() != null && idToken.getAudience().contains(client)
				&& ((party != null) ? party.equals(client) : alone);
		return mine ? ACCEPTED : REFUSED;
	}

	/** A subject has 255 characters at most (OpenID Connect Core 1.0, section 2). */
	private static OAuth2TokenValidatorResult namesSomebody(Jwt idToken) {
		return (idToken.getSubject() != null && idToken.getSubject().length() <= LONGEST_SUBJECT) ? ACCEPTED : REFUSED;
	}

	private JwtTimestampValidator timestamps() {
		JwtTimestampValidator timestamps = new JwtTimestampValidator(this.skew);
		timestamps.setAllowEmptyExpiryClaim(false);
		return timestamps;
	}

	/**
	 * Whether the nonce is the one that was sent; when none was sent, any is accepted,
	 * which Spring's validator would not do.
	 */
	private OAuth2TokenValidatorResult hasExpectedNonce(Jwt idToken) {
		Object claim = idToken.getClaim(IdTokenReader.NONCE);
		return ((claim == null && this.mayLackNonce) || this.nonce.filter((sent) -> !isSame(sent, claim)).isEmpty())
				? ACCEPTED : REFUSED;
	}

	private static boolean isSame(String sent, @Nullable Object claim) {
		return claim instanceof String got && RandomSecrets.areEqual(sent, got);
	}

}
