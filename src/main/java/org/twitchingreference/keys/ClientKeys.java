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
 * The keys with which this server signs, as they are in its file now. A rotation takes
 * effect without a restart; when the file has become unusable the old keys stay in use.
 */
public class ClientKeys {

	private static final Logger logger = LoggerFactory.getLogger(ClientKeys.class);

	/** The shortest time between two checks of the file. */
	private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

	private final Optional<KeyFile> file;

	private final Clock clock;

	private KeySet keys = new KeySet(List.of());

	/** Taken before the file is read: whatever is changed meanwhile is read again. */
	private Optional<String> version = Optional.empty();

	private Instant checkedAt;

	ClientKeys(Optional<KeyFile> file, Clock clock, KeyMaker maker) {
		this.file = file;
		this.clock = clock;
		this.checkedAt = clock.instant();
		file.ifPresent((given) -> {
			this.version = given.version();
			this.keys = given.exists() ? given.read() : given.create(KeySet.generate(maker, clock.instant()));
		});
	}

	/** The private key to sign with now; empty when there is none of this algorithm. */
	public Optional<JWK> signingKey(SigningAlgorithm algorithm) {
		return current().signing(algorithm, this.clock.instant()).map(SigningKey::jwk);
	}

	/** The public keys as a JWK set, for whoever verifies signatures. */
	public String publicKeys() {
		return new JWKSet(current().published(this.clock.instant())).toString(true);
	}

	private synchronized KeySet current() {
		Instant now = this.clock.instant();
		if (this.file.isPresent() && Duration.between(this.checkedAt, now).compareTo(BETWEEN_CHECKS) >= 0) {
			this.checkedAt = now;
			reload(this.file.get());
		}
		return this.keys;
	}

	private void reload(KeyFile changed) {
		Optional<String> found = changed.version();
		if (found.equals(this.version)) {
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
