package org.twitchingreference.sidebar;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.capacity.FairCache;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sidebar.kept.KeptCharts;
import org.twitchingreference.sidebar.progress.ReadingProgress;

/**
 * The readings of charts, under way and finished, by launch. A reload of the page reads
 * the chart again; an answer at the sidebar only has the kept chart assessed again.
 */
final class ReadingRegistry {

	private static final Duration LEDGER_KEPT = Duration.ofMinutes(30);

	/** How many launches' ledgers are kept; one EHR alone may have half of them. */
	private static final int MOST_LEDGERS = 2000;

	/** How the last reading of each launch went, without anything of the chart. */
	private final FairCache<Ledger> ledgers = new FairCache<>(MOST_LEDGERS, 1, LEDGER_KEPT);

	private final ReadingsUnderWay underWay;

	private final KeptCharts kept;

	private final BiFunction<AssessedChart, BedsideRecord, AssessedChart> answering;

	private final Duration longestWait;

	private final Duration settlingTime;

	private final Executor executor;

	/**
	 * A request waits no longer than the longest wait, and shows no incomplete chart
	 * before the settling time is over, so that the page does not change faster than
	 * anybody can read it. Pages are assembled on the executor.
	 */
	ReadingRegistry(Function<FhirSession, ReadingProgress> reader, KeptCharts kept,
			BiFunction<AssessedChart, BedsideRecord, AssessedChart> answering, Duration longestWait,
			Duration settlingTime, Executor executor) {
		this.underWay = new ReadingsUnderWay(reader, kept);
		this.kept = kept;
		this.answering = answering;
		this.longestWait = longestWait;
		this.settlingTime = settlingTime;
		this.executor = executor;
	}

	/** Starts reading for a page that is still on its way to the browser. */
	void startAhead(SidebarLaunch launch) {
		this.underWay.startAhead(launch);
	}

	/**
	 * Called when the page is opened: starts reading, unless a reading of this launch is
	 * under way or was started ahead for this page.
	 */
	void start(SidebarLaunch launch) {
		this.underWay.start(launch);
	}

	/**
	 * The same for the page that waits for the whole chart: it shows a reading that no
	 * page has shown yet, or the kept chart if {@link #showKept} was called before; else
	 * it reads again.
	 */
	void startWhole(SidebarLaunch launch) {
		this.kept.forgetUnlessShownNext(launch.launchId());
	}

	/** Makes the next complete page show the kept chart instead of reading again. */
	void showKept(SidebarLaunch launch) {
		this.kept.showNext(launch.launchId());
	}

	/**
	 * What there is when the launch's reading is complete or the longest wait is over;
	 * the kept chart if none is being read.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch) {
		ReadingProgress progress = this.underWay.of(launch);
		return within(this.longestWait, progress.whole())
			.thenApplyAsync((done) -> delivered(launch, progress, PageStates.ended(progress)), this.executor);
	}

	/**
	 * What there is when the launch's reading is complete, or has received more than the
	 * page has shown, or the longest wait is over. No thread is blocked meanwhile.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch, int seen) {
		ReadingProgress progress = this.underWay.of(launch);
		return within(this.settlingTime, progress.whole())
			.thenCompose((done) -> within(this.longestWait, progress.newer(Math.max(seen, 0))))
			.thenApplyAsync((done) -> delivered(launch, progress, PageStates.newerThan(progress, Math.max(seen, 0))),
					this.executor);
	}

	/**
	 * What there is right now or, if nothing was received yet, after the settling time.
	 */
	CompletableFuture<PageState> now(SidebarLaunch launch) {
		ReadingProgress progress = this.underWay.of(launch);
		return within((progress.revision() > 0) ? Duration.ZERO : this.settlingTime, progress.whole())
			.thenApplyAsync((done) -> delivered(launch, progress, PageStates.newerThan(progress, 0)), this.executor);
	}

	/** How the launch's reading goes or went, query by query; empty before the first. */
	Ledger ledger(SidebarLaunch launch) {
		return this.underWay.find(launch)
			.filter((progress) -> progress.revision() > 0)
			.map((progress) -> Ledger.of(progress.soFar().chart()))
			.or(() -> this.ledgers.find(launch.launchId()))
			.orElse(Ledger.EMPTY);
	}

	/** Forgets everything about the launch. */
	void forget(String launchId) {
		this.underWay.forget(launchId);
		this.kept.forget(launchId);
		this.ledgers.remove(launchId);
	}

	private PageState delivered(SidebarLaunch launch, ReadingProgress progress, PageState outcome) {
		if (outcome.isFinal()) {
			outcome.whole()
				.ifPresent((reading) -> this.ledgers.put(launch.session().registration(), launch.launchId(),
						Ledger.of(reading.chart()), 1));
			this.underWay.end(launch, progress, (number) -> keep(launch, number, outcome));
		}
		return outcome.with((reading) -> this.answering.apply(reading, launch.bedside().now()));
	}

	private void keep(SidebarLaunch launch, int number, PageState outcome) {
		outcome.whole()
			.filter((reading) -> reading.isOf(launch.patientId()))
			.ifPresent(
					(reading) -> this.kept.keep(launch.session().registration(), launch.launchId(), number, reading));
	}

	/**
	 * Completes when the other future does, even if that fails, or when the time is over.
	 */
	private static CompletableFuture<Boolean> within(Duration longest, CompletableFuture<?> waited) {
		return waited.handle((done, failure) -> true).completeOnTimeout(false, longest.toNanos(), TimeUnit.NANOSECONDS);
	}

}
