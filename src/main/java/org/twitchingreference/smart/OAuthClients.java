package org.twitchingreference.smart;

import java.util.Set;

import org.twitchingreference.registration.EhrRegistration;
import org.twitchingreference.smart.discovery.SmartConfiguration;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** This server as the OAuth client of an EHR, in the terms of Spring Security. */
record OAuthClients(LaunchProperties properties) {

	ClientRegistration of(EhrRegistration registration, SmartConfiguration configuration, Set<String> scopes) {
		return ClientRegistration.withRegistrationId(registration.id())
			.clientId(registration.clientId())
			.clientSecret(registration.clientSecret().orElse(""))
			.clientAuthenticationMethod(method(registration))
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(this.properties.redirectUri(registration))
			.scope(scopes)
			.authorizationUri(configuration.authorizationEndpoint().toString())
			.tokenUri(configuration.tokenEndpoint().toString())
			.build();
	}

	private static ClientAuthenticationMethod method(EhrRegistration registration) {
		return switch (registration.authentication()) {
			case NONE -> ClientAuthenticationMethod.NONE;
			case CLIENT_SECRET_BASIC -> ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
			case CLIENT_SECRET_POST -> ClientAuthenticationMethod.CLIENT_SECRET_POST;
			case PRIVATE_KEY_JWT -> ClientAuthenticationMethod.PRIVATE_KEY_JWT;
		};
	}

}
