package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.fhir.FhirSession;

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

	/**
	 * A request waits no longer than the longest wait, and shows no chart that is not
	 * whole before the calm is over, so that the page does not change faster than it is
	 * read.
	 */
	ReadingRegistry(Function<FhirSession, Progress> reader, Duration longestWait, Duration calm) {
		this.reader = reader;
		this.longestWait = longestWait;
		this.calm = calm;
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

	/** Waits for the whole of the launch's reading, starting it if none is there. */
	PageState await(SidebarLaunch launch) {
		Progress progress = underWay(launch);
		return handedOut(launch, progress, await(progress, this.longestWait));
	}

	/**
	 * Waits for the whole of the launch's reading, or for more than was seen of it,
	 * starting it if none is there.
	 */
	PageState await(SidebarLaunch launch, int seen) {
		Progress progress = underWay(launch);
		PageState outcome = await(progress, this.calm);
		if (!outcome.isFinal()) {
			outcome = awaitNewer(progress, Math.max(seen, 0));
		}
		return handedOut(launch, progress, outcome);
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

	private PageState awaitNewer(Progress progress, int seen) {
		progress.awaitNewer(seen, this.longestWait);
		int revision = progress.revision();
		PageState outcome = await(progress, Duration.ZERO);
		if (outcome.isFinal() || revision == 0) {
			return outcome;
		}
		return (revision > seen) ? new PageState.Partly(progress.soFar(), revision) : new PageState.Unchanged();
	}

	private PageState await(Progress progress, Duration longest) {
		try {
			return new PageState.Read(progress.whole().get(longest.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException ex) {
			return new PageState.UnderWay();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new PageState.UnderWay();
		}
		catch (ExecutionException ex) {
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
	private static void log(ExecutionException failure) {
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
