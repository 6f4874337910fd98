package org.twitchingreference.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.util.function.SingletonSupplier;

/**
 * Two RSA keys for all tests of a process, to which each gives an id and an algorithm of
 * its own: to make one takes seconds of processor time.
 */
public final class RsaKeys {

	private static final int BITS = 2048;

	private static final SingletonSupplier<RSAKey> OWN = SingletonSupplier.of(RsaKeys::make);

	private static final SingletonSupplier<RSAKey> OTHER = SingletonSupplier.of(RsaKeys::make);

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

	private static RSAKey make() {
		try {
			return new RSAKeyGenerator(BITS).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
