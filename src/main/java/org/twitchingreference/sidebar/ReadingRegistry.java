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
 * What readings of charts come to, and the charts that were read, which are kept beside
 * their launches. A reload reads the chart afresh; what is answered at the sidebar has
 * the one that is kept assessed again.
 */
final class ReadingRegistry {

	private static final Duration LEDGER_KEPT = Duration.ofMinutes(30);

	/** Of which one EHR alone has half. */
	private static final int MOST_LEDGERS = 2000;

	/** Of the last reading of a launch how it went, and nothing of what it read. */
	private final FairCache<Ledger> ledgers = new FairCache<>(MOST_LEDGERS, 1, LEDGER_KEPT);

	private final ReadingsUnderWay underWay;

	private final KeptCharts kept;

	private final BiFunction<AssessedChart, BedsideRecord, AssessedChart> answering;

	private final Duration longestWait;

	private final Duration settlingTime;

	private final Executor executor;

	/**
	 * A request waits no longer than the longest wait, and shows no incomplete chart
	 * before the settling time is over, so that the page does not change faster than it
	 * is read. The executor puts together what there is then.
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
	 * Starts reading, unless a reading of this launch is still under way or was begun for
	 * this page.
	 */
	void start(SidebarLaunch launch) {
		this.underWay.start(launch);
	}

	/**
	 * The same for a page that waits for the whole: it takes a reading that nobody was
	 * shown yet, and the kept chart where {@link #showKept} said so.
	 */
	void startWhole(SidebarLaunch launch) {
		this.kept.forgetUnlessShownNext(launch.launchId());
	}

	/** The next whole page shows the chart that is kept, and reads none. */
	void showKept(SidebarLaunch launch) {
		this.kept.showNext(launch.launchId());
	}

	/**
	 * What there is once the whole of the launch's reading is in, or the wait is over;
	 * the chart that is kept where none is being read.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch) {
		ReadingProgress progress = this.underWay.of(launch);
		return within(this.longestWait, progress.whole())
			.thenApplyAsync((done) -> handedOut(launch, progress, PageStates.ended(progress)), this.executor);
	}

	/**
	 * What there is once the whole of the launch's reading is in, or more than was seen
	 * of it, or the wait is over. Nobody waits on a thread.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch, int seen) {
		ReadingProgress progress = this.underWay.of(launch);
		return within(this.settlingTime, progress.whole())
			.thenCompose((done) -> within(this.longestWait, progress.newer(Math.max(seen, 0))))
			.thenApplyAsync((done) -> handedOut(launch, progress, PageStates.inSoFar(progress, Math.max(seen, 0))),
					this.executor);
	}

	/** What there is at once; where nothing is in, after the settling time. */
	CompletableFuture<PageState> now(SidebarLaunch launch) {
		ReadingProgress progress = this.underWay.of(launch);
		return within((progress.revision() > 0) ? Duration.ZERO : this.settlingTime, progress.whole())
			.thenApplyAsync((done) -> handedOut(launch, progress, PageStates.inSoFar(progress, 0)), this.executor);
	}

	/** How the launch's reading goes or went; empty before the first. */
	Ledger ledger(SidebarLaunch launch) {
		return this.underWay.find(launch)
			.filter((progress) -> progress.revision() > 0)
			.map((progress) -> Ledger.of(progress.soFar().chart()))
			.or(() -> this.ledgers.find(launch.launchId()))
			.orElse(Ledger.EMPTY);
	}

	/** Keeps nothing of the launch. */
	void forget(String launchId) {
		this.underWay.forget(launchId);
		this.kept.forget(launchId);
		this.ledgers.remove(launchId);
	}

	private PageState handedOut(SidebarLaunch launch, ReadingProgress progress, PageState outcome) {
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

	/** Completes when the other does, even if it fails, or when the time is over. */
	private static CompletableFuture<Boolean> within(Duration longest, CompletableFuture<?> waited) {
		return waited.handle((done, failure) -> true).completeOnTimeout(false, longest.toNanos(), TimeUnit.NANOSECONDS);
	}

}
