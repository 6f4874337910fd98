package org.twitchingreference.capacity;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something of which each EHR has one of its own, such as a cache: whatever one EHR fills
 * or keeps busy, another's is as it was. There are no more than EHRs are registered.
 */
public final class PerEhr<T> {

	private final Map<String, T> all = new ConcurrentHashMap<>();

	private final Supplier<T> making;

	public PerEhr(Supplier<T> making) {
		this.making = making;
	}

	/** That of the EHR with this registration. */
	public T of(String registration) {
		return this.all.computeIfAbsent(registration, (id) -> this.making.get());
	}

	Collection<T> all() {
		return this.all.values();
	}

}
