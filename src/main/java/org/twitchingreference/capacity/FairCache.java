package org.twitchingreference.capacity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for a while for several EHRs, each of which has a share of the whole:
 * where its own is used up, something that it has not used for long is forgotten, and
 * nothing of another EHR. What was forgotten can be had again.
 */
public final class FairCache<V> {

	private final FairShare share;

	private final Cache<String, Held<V>> all;

	/**
	 * Holds so much in all, and forgets what nobody used for so long; each EHR may hold
	 * so many times what it leaves free.
	 */
	public FairCache(long whole, int times, Duration unused) {
		this.share = new FairShare(whole, times);
		this.all = Caffeine.newBuilder()
			.maximumWeight(whole)
			.weigher((String key, Held<V> held) -> Math.toIntExact(held.weight()))
			.expireAfterAccess(unused)
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.removalListener((@Nullable String key, @Nullable Held<V> gone, RemovalCause cause) -> {
				if (gone != null) {
					this.share.giveBack(gone.ehr(), gone.weight());
				}
			})
			.build();
	}

	public Optional<V> find(String key) {
		return Optional.ofNullable(this.all.getIfPresent(key)).map(Held::value);
	}

	/** Puts what comes of what there is in its place, in one step; each weighs one. */
	public V change(String ehr, String key, Function<Optional<V>, V> next) {
		while (!makeRoom(ehr, 1)) {
			forgetOldest((any) -> true);
		}
		Held<V> held = this.all.asMap()
			.compute(key,
					(same, before) -> new Held<>(ehr, 1, next.apply(Optional.ofNullable(before).map(Held::value))));
		return Objects.requireNonNull(held).value();
	}

	/** Keeps it, unless it is more than the EHR may hold. */
	public void put(String ehr, String key, V value, long weight) {
		remove(key);
		if (makeRoom(ehr, weight)) {
			this.all.put(key, new Held<>(ehr, weight, value));
		}
	}

	/** Forgets it where this is true of it, in one step. */
	public void removeIf(String key, Predicate<V> which) {
		this.all.asMap().computeIfPresent(key, (same, held) -> which.test(held.value()) ? null : held);
	}

	public void remove(String key) {
		this.all.invalidate(key);
	}

	private boolean makeRoom(String ehr, long weight) {
		while (!this.share.take(ehr, weight)) {
			if (!forgetOldest((held) -> held.ehr().equals(ehr))) {
				return false;
			}
		}
		return true;
	}

	private boolean forgetOldest(Predicate<Held<V>> which) {
		Optional<String> oldest = this.all.policy()
			.expireAfterAccess()
			.flatMap((expiry) -> expiry.oldest((entries) -> entries.filter((entry) -> which.test(entry.getValue()))
				.map(Map.Entry::getKey)
				.findFirst()));
		oldest.ifPresent(this.all::invalidate);
		return oldest.isPresent();
	}

	/** Something of an EHR. */
	private record Held<V>(String ehr, long weight, V value) {

	}

}
