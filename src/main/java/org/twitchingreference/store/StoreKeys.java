package org.twitchingreference.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of a store: a permanent one for names, and those that encrypt, of which a new
 * one reaches all nodes before it is used.
 */
record StoreKeys(String names, List<StoreKey> keys) {

	/** How long a key can still decrypt after the next one replaced it. */
	static final Duration READ_AFTERWARDS = Duration.ofDays(7);

	private static final SecureRandom RANDOM = new SecureRandom();

	StoreKeys {
		keys = List.copyOf(keys);
		if (keys.isEmpty() || StoreKey.decoded(names).length != StoreKey.BYTES
				|| keys.stream().map(StoreKey::id).distinct().count() < keys.size()) {
			throw new IllegalArgumentException("No keys");
		}
	}

	static StoreKeys generate(Instant now) {
		return new StoreKeys(random(), List.of(next(now)));
	}

	/** The newest key that may encrypt now; the first one if none may yet. */
	StoreKey encrypting(Instant now) {
		Comparator<StoreKey> byTime = Comparator.comparing(StoreKey::from);
		return this.keys.stream()
			.filter((key) -> !key.from().isAfter(now))
			.max(byTime)
			.orElseGet(() -> this.keys.stream().min(byTime).orElseThrow());
	}

	/** The key with this id, even one that does not encrypt yet or any more. */
	Optional<StoreKey> decrypting(String id, Instant now) {
		return this.keys.stream().filter((key) -> key.id().equals(id) && key.mayDecrypt(now)).findFirst();
	}

	boolean isRotating(Instant now) {
		return this.keys.stream().anyMatch((key) -> key.from().isAfter(now));
	}

	/**
	 * Adds a key that encrypts from the given time, and drops those that no longer
	 * decrypt anything.
	 */
	StoreKeys rotated(Instant now, Duration after) {
		Instant from = now.plus(after);
		Stream<StoreKey> old = this.keys.stream()
			.filter((key) -> key.mayDecrypt(now))
			.map((key) -> key.until(from.plus(READ_AFTERWARDS)));
		return new StoreKeys(this.names, Stream.concat(old, Stream.of(next(from))).toList());
	}

	private static StoreKey next(Instant from) {
		byte[] id = new byte[4];
		RANDOM.nextBytes(id);
		return new StoreKey(HexFormat.of().formatHex(id), random(), from, null);
	}

	private static String random() {
		byte[] secret = new byte[StoreKey.BYTES];
		RANDOM.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/** Never prints a secret. */
	@Override
	public String toString() {
		return "StoreKeys" + this.keys;
	}

}
