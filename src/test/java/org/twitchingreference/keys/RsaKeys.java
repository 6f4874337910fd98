package org.twitchingreference.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Two RSA keys of 2048 bits for all tests, to which each test gives an id and an
 * algorithm of its own. They stand in files, since making one takes half a second of
 * processor time; nothing but these tests trusts them.
 */
public final class RsaKeys {

	private static final SingletonSupplier<RSAKey> OWN = SingletonSupplier.of(() -> read("keys/own-rsa.json"));

	private static final SingletonSupplier<RSAKey> OTHER = SingletonSupplier.of(() -> read("keys/other-rsa.json"));

	private RsaKeys() {
	}

	/** Whoever is played signs with it. */
	public static RSAKey own() {
		return OWN.obtain();
	}

	/** Somebody else's. */
	public static RSAKey other() {
		return OTHER.obtain();
	}

	private static RSAKey read(String resource) {
		try {
			return RSAKey.parse(new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(resource, ex);
		}
	}

}
