package org.twitchingreference.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys this server signs with, as its file has them now: a rotation counts without a
 * restart, and a file that has become unusable changes nothing.
 */
public class ClientKeys {

	private static final Logger logger = LoggerFactory.getLogger(ClientKeys.class);

	/** How often the file is looked at, at most. */
	private static final Duration LOOK = Duration.ofSeconds(5);

	private final Optional<KeyFile> file;

	private final Clock clock;

	private KeySet keys = new KeySet(List.of());

	private long version;

	private Instant looked;

	ClientKeys(Optional<KeyFile> file, Clock clock, KeyMaker maker) {
		this.file = file;
		this.clock = clock;
		this.looked = clock.instant();
		file.ifPresent((given) -> {
			this.keys = given.exists() ? given.read() : given.create(KeySet.generate(maker, clock.instant()));
			this.version = given.version();
		});
	}

	/** The private key to sign with now; empty where there is none of the algorithm. */
	public Optional<JWK> signingKey(SigningAlgorithm algorithm) {
		return current().signing(algorithm, this.clock.instant()).map(SigningKey::jwk);
	}

	/** The JWK set of the public keys, for whoever verifies signatures. */
	public String publicKeys() {
		return new JWKSet(current().published(this.clock.instant())).toString(true);
	}

	private synchronized KeySet current() {
		Instant now = this.clock.instant();
		if (this.file.isPresent() && Duration.between(this.looked, now).compareTo(LOOK) >= 0) {
			this.looked = now;
			reload(this.file.get());
		}
		return this.keys;
	}

	private void reload(KeyFile changed) {
		long found = changed.version();
		if (found == this.version) {
			return;
		}
		this.version = found;
		try {
			this.keys = changed.read();
			logger.info("Signing keys read again: {}", this.keys);
		}
		catch (UnusableKeysException ex) {
			logger.warn("Signing keys not read again: {}", ex.getMessage());
		}
	}

}
