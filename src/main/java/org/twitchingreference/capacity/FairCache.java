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
 * A cache that several EHRs share fairly. An EHR whose share is used up loses its own
 * least recently used entries, never those of another EHR. Only for what can be made or
 * read again.
 */
public final class FairCache<V> {

	private final FairShare share;

	private final Cache<String, Held<V>> all;

	/**
	 * Takes the weight of everything together, the multiple of {@link FairShare}, and
	 * after how long without use an entry is forgotten.
	 */
	public FairCache(long whole, int multiple, Duration unused) {
		this.share = new FairShare(whole, multiple);
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

	/**
	 * Replaces the entry by what the function makes of it (empty: there is none), in one
	 * atomic step, and returns the new value. Its weight is 1.
	 */
	public V compute(String ehr, String key, Function<Optional<V>, V> next) {
		while (!makeRoom(ehr, 1)) {
			forgetOldest((any) -> true);
		}
		Held<V> held = this.all.asMap()
			.compute(key,
					(same, before) -> new Held<>(ehr, 1, next.apply(Optional.ofNullable(before).map(Held::value))));
		return Objects.requireNonNull(held).value();
	}

	/**
	 * Keeps the value in place of an earlier one, unless it weighs more than the EHR's
	 * whole share.
	 */
	public void put(String ehr, String key, V value, long weight) {
		remove(key);
		if (makeRoom(ehr, weight)) {
			this.all.put(key, new Held<>(ehr, weight, value));
		}
	}

	/** Forgets the entry if the condition holds for it, in one atomic step. */
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

	/** An entry, its weight, and the EHR whose share it takes. */
	private record Held<V>(String ehr, long weight, V value) {

	}

}
