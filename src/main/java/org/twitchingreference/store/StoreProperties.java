package org.twitchingreference.store;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where launches are kept.
 *
 * @param store "memory": by this process alone; "redis": by a server that speaks the
 * protocol of Redis (spring.data.redis.*), for several nodes together
 * @param storeKeys the file of the keys that encrypt what is kept in the store, the same
 * for all nodes; created if it does not exist
 */
@ConfigurationProperties("twitching")
public record StoreProperties(@DefaultValue("memory") Kind store, @Nullable Path storeKeys) {

	/** The file of keys; fails with a sentence for the operator if none is set. */
	StoreKeyFile keyFile() {
		if (this.storeKeys == null || this.storeKeys.toString().isBlank()) {
			throw new UnusableStoreKeysException(
					"Name a file with twitching.store-keys that all nodes share: what twitching.store=redis keeps is encrypted with the keys in it.");
		}
		return new StoreKeyFile(this.storeKeys);
	}

	/** Who keeps launches. */
	public enum Kind {

		MEMORY, REDIS

	}

}
