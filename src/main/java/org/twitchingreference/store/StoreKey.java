package org.twitchingreference.store;

import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A key of 256 bits, from when it encrypts, and until when content encrypted with it can
 * still be read.
 */
record StoreKey(String id, String secret, Instant from, @Nullable Instant until) {

	/** Bytes of a key, of AES-256 and of HMAC-SHA-256. */
	static final int BYTES = 32;

	StoreKey {
		if (!id.matches("[0-9a-f]{8}") || decoded(secret).length != BYTES) {
			throw new IllegalArgumentException("No key");
		}
	}

	byte[] bytes() {
		return decoded(this.secret);
	}

	static byte[] decoded(String secret) {
		return Base64.getUrlDecoder().decode(secret);
	}

	boolean mayDecrypt(Instant now) {
		return this.until == null || this.until.isAfter(now);
	}

	StoreKey until(Instant end) {
		return (this.until == null) ? new StoreKey(this.id, this.secret, this.from, end) : this;
	}

	/** Never prints the secret. */
	@Override
	public String toString() {
		return this.id;
	}

}
