package org.twitchingreference.sidebar.kept;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.twitchingreference.presentation.AssessedChart;

import org.springframework.util.unit.DataSize;

/**
 * The last chart that was read for each launch, in memory only, until the launch ends, it
 * is unused for half an hour, or others need the room. Where it is gone, it is read
 * again.
 */
public final class KeptCharts {

	private static final Duration UNUSED = Duration.ofMinutes(30);

	private final Cache<String, Kept> byLaunch;

	public KeptCharts(DataSize size) {
		this.byLaunch = Caffeine.newBuilder()
			.maximumWeight(size.toBytes())
			.weigher((String launchId, Kept kept) -> ChartWeight.of(kept.reading()))
			.expireAfterAccess(UNUSED)
			.scheduler(Scheduler.systemScheduler())
			.executor(Runnable::run)
			.build();
	}

	public void keep(String launchId, AssessedChart reading) {
		this.byLaunch.put(launchId, new Kept(reading, new AtomicBoolean()));
	}

	public Optional<AssessedChart> of(String launchId) {
		return Optional.ofNullable(this.byLaunch.getIfPresent(launchId)).map(Kept::reading);
	}

	/** The next whole page is to show this chart instead of reading it afresh. */
	public void showNext(String launchId) {
		Optional.ofNullable(this.byLaunch.getIfPresent(launchId)).ifPresent((kept) -> kept.next().set(true));
	}

	/** Forgets the chart unless this page is to show it. */
	public void forgetUnlessShownNext(String launchId) {
		Kept kept = this.byLaunch.getIfPresent(launchId);
		if (kept != null && !kept.next().getAndSet(false)) {
			this.byLaunch.asMap().remove(launchId, kept);
		}
	}

	public void forget(String launchId) {
		this.byLaunch.invalidate(launchId);
	}

	/** A chart without the answers given here, and whether the next page shows it. */
	private record Kept(AssessedChart reading, AtomicBoolean next) {

	}

}
