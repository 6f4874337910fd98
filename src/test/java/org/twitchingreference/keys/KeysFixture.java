package org.twitchingreference.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/** Signing keys for tests: of each algorithm the same one, under a new name. */
public final class KeysFixture {

	private static final Map<SigningAlgorithm, JWK> MADE = new EnumMap<>(SigningAlgorithm.class);

	private KeysFixture() {
	}

	/** The keys of the file, made there where it is none. */
	public static ClientKeys keys(Path file) {
		return new ClientKeys(Optional.of(new KeyFile(file)), Clock.systemUTC(), KeysFixture::make);
	}

	/**
	 * The file with its keys, for a server that need not make any: that takes seconds.
	 */
	public static Path file(Path file) {
		keys(file);
		return file;
	}

	public static ClientKeys none() {
		return new ClientKeys(Optional.empty(), Clock.systemUTC(), KeysFixture::make);
	}

	static synchronized JWK make(SigningAlgorithm algorithm, Instant now, Instant signsFrom) {
		JWK made = MADE.computeIfAbsent(algorithm,
				(missing) -> (missing == SigningAlgorithm.RS384)
						? new RSAKey.Builder(RsaKeys.own()).algorithm(missing.jws()).keyUse(KeyUse.SIGNATURE).build()
						: missing.generate(now, now));
		String id = UUID.randomUUID().toString();
		return (made instanceof RSAKey rsa)
				? new RSAKey.Builder(rsa).keyID(id).notBeforeTime(Date.from(signsFrom)).build()
				: new ECKey.Builder(made.toECKey()).keyID(id).notBeforeTime(Date.from(signsFrom)).build();
	}

}
