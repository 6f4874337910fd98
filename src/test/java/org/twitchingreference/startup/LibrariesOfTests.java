package org.twitchingreference.startup;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps a library that only tests have, the sandbox's authorization server, from adding
 * to the application under test, where it makes an RSA key at every start: seconds of
 * processor time.
 */
class LibrariesOfTests implements AutoConfigurationImportFilter {

	private static final String OF_THE_SANDBOX = "org.springframework.boot.security.oauth2.server.authorization."
			+ "autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration";

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean[] wanted = new boolean[names.length];
		for (int at = 0; at < names.length; at++) {
			wanted[at] = !OF_THE_SANDBOX.equals(names[at]);
		}
		return wanted;
	}

}
