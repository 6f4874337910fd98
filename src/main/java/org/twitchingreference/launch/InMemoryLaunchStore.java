package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.capacity.FairShare;
import org.twitchingreference.smart.LaunchException;
import org.twitchingreference.smart.LaunchProblem;
import org.twitchingreference.smart.LaunchProperties;

/**
 * The opened sidebars of this process. It limits how many there are and how long each
 * stays. When a user or an EHR has as many as allowed, one of theirs ends to make room:
 * the user's oldest, or the EHR's longest unused; never one of another EHR. All end with
 * this process.
 */
final class InMemoryLaunchStore implements LaunchStore {

	private final LaunchProperties properties;

	private final Ticker ticker;

	private final FairShare share;

	private final Cache<String, Open> launches;

	private volatile boolean stopping;

	InMemoryLaunchStore(LaunchProperties properties, Ticker ticker, LaunchTermination termination) {
		this.properties = properties;
		this.ticker = ticker;
		this.share = new FairShare(properties.maximumLaunches());
		this.launches = Caffeine.newBuilder()
			.ticker(ticker)
			.maximumSize(properties.maximumLaunches())
			.expireAfter(Expiry.accessing((String id, Open open) -> timeLeft(open)))
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.removalListener((@Nullable String id, @Nullable Open open, RemovalCause cause) -> {
				if (open != null) {
					this.share.giveBack(open.registration(), 1);
					termination.ended(open.launch(), reason(open, cause));
				}
			})
			.build();
	}

	/**
	 * Synchronised, because two launches placed at once would each be counted without the
	 * other.
	 */
	@Override
	public synchronized void place(Launch launch) {
		closeOldestOfItsUser(launch);
		makeRoom(launch.registration().id());
		this.launches.put(launch.id(), new Open(launch, this.ticker.read(), new AtomicReference<>()));
	}

	@Override
	public Optional<Launch> find(String id) {
		return quietly(id).map(Open::launch);
	}

	@Override
	public boolean extend(Launch launch) {
		return this.launches.getIfPresent(launch.id()) != null;
	}

	@Override
	public void end(Launch launch, String why) {
		quietly(launch.id()).ifPresent((open) -> end(open, why));
	}

	@Override
	public Stream<Launch> all() {
		return this.launches.asMap().values().stream().map(Open::launch);
	}

	@Override
	public Stream<Launch> stop() {
		this.stopping = true;
		List<Launch> open = all().toList();
		this.launches.invalidateAll();
		return open.stream();
	}

	@Override
	public Launches.Remaining remaining(Launch launch) {
		return quietly(launch.id())
			.map((open) -> new Launches.Remaining(expiresAfter(open).toSeconds(), timeToLimit(open).toSeconds()))
			.orElse(Launches.Remaining.NONE);
	}

	private Optional<Open> quietly(String id) {
		return Optional.ofNullable(this.launches.policy().getIfPresentQuietly(id));
	}

	private void end(Open open, String why) {
		open.endReason().compareAndSet(null, why);
		this.launches.invalidate(open.launch().id());
	}

	/** How long it stays open if it is not used. */
	private Duration expiresAfter(Open open) {
		return this.launches.policy()
			.expireVariably()
			.flatMap((expiry) -> expiry.getExpiresAfter(open.launch().id()))
			.orElse(Duration.ZERO);
	}

	private Duration timeToLimit(Open open) {
		return this.properties.launchLimit().minusNanos(this.ticker.read() - open.since());
	}

	private String reason(Open open, RemovalCause cause) {
		return switch (cause) {
			case EXPIRED -> (timeToLimit(open).toNanos() > 0) ? "unused" : "limit";
			case SIZE -> "too-many";
			case EXPLICIT, REPLACED, COLLECTED ->
				Objects.requireNonNullElse(open.endReason().get(), this.stopping ? "stopped" : "closed");
		};
	}

	/** So that one user account cannot use up the room of all. */
	private void closeOldestOfItsUser(Launch launch) {
		List<Open> own = this.launches.asMap()
			.values()
			.stream()
			.filter((open) -> open.launch().isOfTheSameUser(launch))
			.sorted(Comparator.comparingLong(Open::since))
			.toList();
		own.stream()
			.limit(Math.max(0, own.size() + 1 - this.properties.launchesPerUser()))
			.forEach((oldest) -> end(oldest, "too-many-of-user"));
	}

	private void makeRoom(String registration) {
		this.launches.cleanUp();
		while (!this.share.take(registration, 1)) {
			end(this.launches.policy()
				.expireVariably()
				.flatMap((expiry) -> expiry.oldest((open) -> open.map(Map.Entry::getValue)
					.filter((other) -> other.registration().equals(registration))
					.findFirst()))
				.orElseThrow(() -> new LaunchException(LaunchProblem.TOO_BUSY)), "too-many");
		}
	}

	private Duration timeLeft(Open open) {
		Duration left = timeToLimit(open);
		return (left.compareTo(this.properties.launchIdle()) < 0) ? left : this.properties.launchIdle();
	}

	/**
	 * A launch, the ticker's nanoseconds when it was opened, and why it had to end early,
	 * if it had to.
	 */
	record Open(Launch launch, long since, AtomicReference<@Nullable String> endReason) {

		String registration() {
			return this.launch.registration().id();
		}

	}

}
