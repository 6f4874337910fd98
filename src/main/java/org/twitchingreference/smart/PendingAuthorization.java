package org.twitchingreference.smart;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.discovery.SmartConfiguration;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** A launch between its authorization request and the EHR's answer. */
public record PendingAuthorization(EhrRegistration registration, String issuer, SmartConfiguration configuration,
		ClientRegistration client, OAuth2AuthorizationRequest request, String cookieName, String cookieSecret) {

	/**
	 * Whether an answer with this "iss" comes from the EHR that was asked: it must be
	 * exactly the issuer, or missing if the discovery document does not promise it (RFC
	 * 9207, section 2.4).
	 */
	public boolean isAnsweredBy(@Nullable String iss) {
		return (iss != null) ? iss.equals(expectedIssuer()) : !this.configuration.answersWithIssuer();
	}

	/** The same, with the name of the cookie by which its browser is recognised. */
	public PendingAuthorization inCookie(String name) {
		return new PendingAuthorization(this.registration, this.issuer, this.configuration, this.client, this.request,
				name, this.cookieSecret);
	}

	/** The state by which its answer is recognised. */
	public String state() {
		return Objects.requireNonNull(this.request.getState());
	}

	/** The FHIR base as it was sent ("aud"), perhaps with a trailing slash. */
	public String audience() {
		return String.valueOf(this.request.getAdditionalParameters().get("aud"));
	}

	/** Whether discovery or the registration says who must answer. */
	boolean namesIssuer() {
		return this.configuration.issuer().isPresent() || this.registration.answers().issuer().isPresent()
				|| this.registration.idToken().issuer() != null;
	}

	/** The same, now that the issuer of the authorization server is known. */
	PendingAuthorization answeredBy(String authorizationServer) {
		return new PendingAuthorization(this.registration, this.issuer,
				this.configuration.withIssuer(authorizationServer), this.client, this.request, this.cookieName,
				this.cookieSecret);
	}

	private String expectedIssuer() {
		return this.registration.answers()
			.issuer()
			.or(this.configuration::issuer)
			.orElseGet(() -> this.registration.idToken().issuer(this.configuration.issuer(), this.issuer));
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "PendingAuthorization[" + this.registration.id() + "]";
	}

}
