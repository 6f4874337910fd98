package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.launch.FhirSession;

/**
 * The readings under way, at most one per launch and never shared between launches. A
 * reading is handed out and forgotten, so a reload reads the chart afresh.
 */
final class Readings implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Readings.class);

	private static final Duration KEPT = Duration.ofMinutes(5);

	private static final int MOST_KEPT = 1000;

	private final Cache<String, CompletableFuture<Reading>> byLaunch = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.expireAfterWrite(KEPT)
		.scheduler(Scheduler.systemScheduler())
		.build();

	private final Function<FhirSession, Reading> reader;

	private final ExecutorService executor;

	private final Duration patience;

	Readings(Function<FhirSession, Reading> reader, ExecutorService executor, Duration patience) {
		this.reader = reader;
		this.executor = executor;
		this.patience = patience;
	}

	/** Starts reading, unless a reading of this launch is still under way. */
	void start(Opened launch) {
		this.byLaunch.asMap()
			.compute(launch.launchId(),
					(id, earlier) -> (earlier == null || earlier.isDone()) ? begin(launch) : earlier);
	}

	/**
	 * Waits for the launch's reading for as long as one request may, starting it if none
	 * is there.
	 */
	Outcome await(Opened launch) {
		CompletableFuture<Reading> reading = this.byLaunch.asMap()
			.computeIfAbsent(launch.launchId(), (id) -> begin(launch));
		Outcome outcome = await(reading);
		if (outcome.isFinal()) {
			this.byLaunch.asMap().remove(launch.launchId(), reading);
		}
		return outcome;
	}

	private Outcome await(CompletableFuture<Reading> reading) {
		try {
			return new Outcome.Read(reading.get(this.patience.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return new Outcome.UnderWay();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Outcome.UnderWay();
		}
		catch (ExecutionException ex) {
			return new Outcome.Failed();
		}
	}

	private CompletableFuture<Reading> begin(Opened launch) {
		try {
			return CompletableFuture.supplyAsync(() -> this.reader.apply(launch.session()), this.executor)
				.whenComplete((read, failure) -> log(failure));
		}
		catch (RejectedExecutionException ex) {
			log(ex);
			return CompletableFuture.failedFuture(ex);
		}
	}

	/** Names the kind only: a message may hold something of the chart. */
	private static void log(@Nullable Throwable failure) {
		if (failure != null) {
			Throwable kind = (failure.getCause() != null) ? failure.getCause() : failure;
			logger.warn("A chart was not assessed: {}", kind.getClass().getName());
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
