package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.presentation.AssessedChart;

/**
 * The readings under way, at most one per launch and never shared between launches. A
 * reading is handed out and forgotten, so a reload reads the chart afresh.
 */
final class ReadingRegistry {

	private static final Logger logger = LoggerFactory.getLogger(ReadingRegistry.class);

	private static final Duration KEPT = Duration.ofMinutes(5);

	private static final int MOST_KEPT = 1000;

	private static final Duration LEDGER_KEPT = Duration.ofMinutes(30);

	private final Cache<String, Begun> byLaunch = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.expireAfterWrite(KEPT)
		.scheduler(Scheduler.systemScheduler())
		.build();

	/** Of the last reading of a launch how it went, and nothing of what it read. */
	private final Cache<String, Ledger> ledgers = Caffeine.newBuilder()
		.maximumSize(MOST_KEPT)
		.expireAfterAccess(LEDGER_KEPT)
		.build();

	private final Function<FhirSession, Progress> reader;

	private final Duration longestWait;

	private final Duration calm;

	private final Executor executor;

	/**
	 * A request waits no longer than the longest wait, and shows no chart that is not
	 * whole before the calm is over, so that the page does not change faster than it is
	 * read. What there is then is put together by the executor.
	 */
	ReadingRegistry(Function<FhirSession, Progress> reader, Duration longestWait, Duration calm, Executor executor) {
		this.reader = reader;
		this.longestWait = longestWait;
		this.calm = calm;
		this.executor = executor;
	}

	/** Starts reading for a page that is still on its way to the browser. */
	void startAhead(SidebarLaunch launch) {
		this.byLaunch.asMap().computeIfAbsent(launch.launchId(), (id) -> new Begun(begin(launch), true));
	}

	/**
	 * Starts reading, unless a reading of this launch is still under way or was begun for
	 * this page.
	 */
	void start(SidebarLaunch launch) {
		this.byLaunch.asMap()
			.compute(launch.launchId(), (id, earlier) -> (earlier != null && earlier.isForTheNextPage())
					? earlier.taken() : new Begun(begin(launch), false));
	}

	/**
	 * What there is once the whole of the launch's reading is in, or the wait is over.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch) {
		Progress progress = underWay(launch);
		return within(this.longestWait, progress.whole())
			.thenApplyAsync((done) -> handedOut(launch, progress, ended(progress)), this.executor);
	}

	/**
	 * What there is once the whole of the launch's reading is in, or more than was seen
	 * of it, or the wait is over. Nobody waits on a thread.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch, int seen) {
		Progress progress = underWay(launch);
		return within(this.calm, progress.whole())
			.thenCompose((done) -> within(this.longestWait, progress.newer(Math.max(seen, 0))))
			.thenApplyAsync((done) -> handedOut(launch, progress, inSoFar(progress, Math.max(seen, 0))), this.executor);
	}

	/** How the launch's reading goes or went; empty before the first. */
	Ledger ledger(SidebarLaunch launch) {
		Begun begun = this.byLaunch.getIfPresent(launch.launchId());
		if (begun != null && begun.progress().revision() > 0) {
			return Ledger.of(begun.progress().soFar().chart());
		}
		return Optional.ofNullable(this.ledgers.getIfPresent(launch.launchId())).orElse(Ledger.EMPTY);
	}

	/** Keeps nothing of the launch. */
	void forget(String launchId) {
		this.byLaunch.invalidate(launchId);
		this.ledgers.invalidate(launchId);
	}

	private Progress underWay(SidebarLaunch launch) {
		return this.byLaunch.asMap()
			.computeIfAbsent(launch.launchId(), (id) -> new Begun(begin(launch), false))
			.progress();
	}

	private PageState handedOut(SidebarLaunch launch, Progress progress, PageState outcome) {
		if (outcome.isFinal()) {
			outcome.ledger().ifPresent((ledger) -> this.ledgers.put(launch.launchId(), ledger));
			this.byLaunch.asMap()
				.computeIfPresent(launch.launchId(), (id, begun) -> (begun.progress() == progress) ? null : begun);
		}
		return outcome;
	}

	/** Done when it is done, however it ended, or after that time. */
	private static CompletableFuture<Boolean> within(Duration longest, CompletableFuture<?> waited) {
		return waited.handle((done, failure) -> true).completeOnTimeout(false, longest.toNanos(), TimeUnit.NANOSECONDS);
	}

	private static PageState inSoFar(Progress progress, int seen) {
		int revision = progress.revision();
		PageState outcome = ended(progress);
		if (outcome.isFinal() || revision == 0) {
			return outcome;
		}
		return (revision > seen) ? new PageState.Partly(progress.soFar(), revision) : new PageState.Unchanged();
	}

	private static PageState ended(Progress progress) {
		if (!progress.whole().isDone()) {
			return new PageState.UnderWay();
		}
		try {
			AssessedChart reading = progress.whole().join();
			return progress.isRefused() ? new PageState.Busy() : new PageState.Read(reading);
		}
		catch (CompletionException ex) {
			log(ex);
			return new PageState.Failed();
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private Progress begin(SidebarLaunch launch) {
		Progress progress = this.reader.apply(launch.session());
		progress.whole()
			.whenComplete((reading, failure) -> launch.trail().read((failure != null) ? Map.of() : reading.outcomes()));
		return progress;
	}

	/** Names the kind only: a message may hold something of the chart. */
	private static void log(CompletionException failure) {
		Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
		logger.warn("A chart was not assessed: {}", cause.getClass().getName());
	}

	/** A reading, and whether it was begun before any page asked for it. */
	private record Begun(Progress progress, boolean ahead) {

		boolean isForTheNextPage() {
			return this.ahead || !this.progress.whole().isDone();
		}

		Begun taken() {
			return new Begun(this.progress, false);
		}

	}

}
