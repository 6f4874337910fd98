package org.twitchingreference.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current keys of the store: the file is checked every few seconds, so that they can
 * be rotated without a restart. If it has become unusable, the old keys stay in use.
 */
final class CurrentStoreKeys {

	private static final Logger logger = LoggerFactory.getLogger(CurrentStoreKeys.class);

	private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

	private final StoreKeyFile file;

	private final Clock clock;

	private StoreKeys keys;

	/** Taken before the file is read: whatever is changed meanwhile is read again. */
	private Optional<String> version;

	private Instant checkedAt;

	CurrentStoreKeys(StoreKeyFile file, Clock clock) {
		this.file = file;
		this.clock = clock;
		this.checkedAt = clock.instant();
		this.version = file.version();
		this.keys = file.readOr(StoreKeys.generate(this.checkedAt));
	}

	Instant now() {
		return this.clock.instant();
	}

	synchronized StoreKeys get() {
		Instant now = this.clock.instant();
		if (Duration.between(this.checkedAt, now).compareTo(BETWEEN_CHECKS) >= 0) {
			this.checkedAt = now;
			reload();
		}
		return this.keys;
	}

	private void reload() {
		Optional<String> found = this.file.version();
		if (found.equals(this.version)) {
			return;
		}
		this.version = found;
		try {
			this.keys = this.file.read();
			logger.info("Keys of the store read again: {}", this.keys);
		}
		catch (UnusableStoreKeysException ex) {
			logger.warn("Keys of the store not read again: {}", ex.getMessage());
		}
	}

}
