package org.twitchingreference.launch;

import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.registration.SmartConfiguration;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** A launch between its authorization request and the EHR's answer. */
record PendingAuthorization(EhrRegistration registration, String issuer, SmartConfiguration configuration,
		ClientRegistration client, OAuth2AuthorizationRequest request, String cookieName, String cookieSecret) {

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "PendingAuthorization[" + this.registration.id() + "]";
	}

}
