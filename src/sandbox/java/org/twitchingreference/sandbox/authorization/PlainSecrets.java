package org.twitchingreference.sandbox.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Keeps the secret as it is: the documents print it, so there is nothing for a slow hash
 * to protect, and every token request would wait for one.
 */
final class PlainSecrets extends AbstractValidatingPasswordEncoder {

	@Override
	protected String encodeNonNullPassword(String secret) {
		return secret;
	}

	@Override
	protected boolean matchesNonNull(String sent, String kept) {
		return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), kept.getBytes(StandardCharsets.UTF_8));
	}

}
