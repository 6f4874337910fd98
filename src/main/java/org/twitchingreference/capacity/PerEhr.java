package org.twitchingreference.capacity;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Something each EHR has for itself, such as a cache: when one EHR fills it or keeps it
 * busy, the others' are not affected. There are at most as many as registrations.
 */
public final class PerEhr<T> {

	private final Map<String, T> all = new ConcurrentHashMap<>();

	private final Supplier<T> factory;

	public PerEhr(Supplier<T> factory) {
		this.factory = factory;
	}

	/** The one for the EHR with this registration. */
	public T of(String registration) {
		return this.all.computeIfAbsent(registration, (id) -> this.factory.get());
	}

	Collection<T> all() {
		return this.all.values();
	}

}
