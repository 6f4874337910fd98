package org.twitchingreference.sandbox.authorization;

import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.util.function.SingletonSupplier;

/**
 * The key that signs id_tokens, which is published, and the secret one that signs access
 * tokens, which nobody but the sandbox reads. One set for all sandboxes of a process,
 * since making a key takes long.
 */
final class SandboxKeys {

	private static final SingletonSupplier<JWKSet> KEYS = SingletonSupplier.of(SandboxKeys::make);

	private SandboxKeys() {
	}

	static JWKSet all() {
		return KEYS.obtain();
	}

	private static JWKSet make() {
		try {
			return new JWKSet(List.of(new RSAKeyGenerator(2048).keyID("sandbox").generate(),
					new OctetSequenceKeyGenerator(256).keyID("sandbox-access").generate()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
