package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.ShownReading;
import org.twitchingreference.capacity.FairCache;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.sidebar.kept.KeptCharts;

/**
 * The readings under way, at most one per launch and never shared between launches, and
 * the charts that were read, which are kept beside their launches. A reload reads the
 * chart afresh; what is answered at the sidebar has the one that is kept assessed again.
 */
final class ReadingRegistry {

	private static final Duration KEPT = Duration.ofMinutes(5);

	/** Of which one EHR alone has half. */
	private static final int MOST_KEPT = 2000;

	private static final Duration LEDGER_KEPT = Duration.ofMinutes(30);

	private final FairCache<Begun> byLaunch = new FairCache<>(MOST_KEPT, 1, KEPT);

	/** Of the last reading of a launch how it went, and nothing of what it read. */
	private final FairCache<Ledger> ledgers = new FairCache<>(MOST_KEPT, 1, LEDGER_KEPT);

	private final Function<FhirSession, Progress> reader;

	private final KeptCharts kept;

	private final BiFunction<AssessedChart, BedsideRecord, AssessedChart> answering;

	private final Duration longestWait;

	private final Duration calm;

	private final Executor executor;

	/**
	 * A request waits no longer than the longest wait, and shows no chart that is not
	 * whole before the calm is over, so that the page does not change faster than it is
	 * read. What there is then is put together by the executor.
	 */
	ReadingRegistry(Function<FhirSession, Progress> reader, KeptCharts kept,
			BiFunction<AssessedChart, BedsideRecord, AssessedChart> answering, Duration longestWait, Duration calm,
			Executor executor) {
		this.reader = reader;
		this.kept = kept;
		this.answering = answering;
		this.longestWait = longestWait;
		this.calm = calm;
		this.executor = executor;
	}

	/** Starts reading for a page that is still on its way to the browser. */
	void startAhead(SidebarLaunch launch) {
		int number = marked(launch);
		change(launch, (begun) -> begun.orElseGet(() -> new Begun(begin(launch), number, true)));
	}

	/**
	 * Starts reading, unless a reading of this launch is still under way or was begun for
	 * this page.
	 */
	void start(SidebarLaunch launch) {
		int last = launch.bedside().now().lastRead().number();
		boolean begunAlready = this.byLaunch.find(launch.launchId()).filter((begun) -> begun.isFor(last)).isPresent();
		int number = begunAlready ? last : marked(launch);
		change(launch,
				(begun) -> begun.filter((one) -> one.isFor(number))
					.map(Begun::taken)
					.orElseGet(() -> afresh(launch, number)));
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
		Progress progress = underWay(launch);
		return within(this.longestWait, progress.whole())
			.thenApplyAsync((done) -> handedOut(launch, progress, ReadingStates.ended(progress)), this.executor);
	}

	/**
	 * What there is once the whole of the launch's reading is in, or more than was seen
	 * of it, or the wait is over. Nobody waits on a thread.
	 */
	CompletableFuture<PageState> await(SidebarLaunch launch, int seen) {
		Progress progress = underWay(launch);
		return within(this.calm, progress.whole())
			.thenCompose((done) -> within(this.longestWait, progress.newer(Math.max(seen, 0))))
			.thenApplyAsync((done) -> handedOut(launch, progress, ReadingStates.inSoFar(progress, Math.max(seen, 0))),
					this.executor);
	}

	/**
	 * What there is at once; where nothing is in, after the calm.
	 */
	CompletableFuture<PageState> now(SidebarLaunch launch) {
		Progress progress = underWay(launch);
		return within((progress.revision() > 0) ? Duration.ZERO : this.calm, progress.whole())
			.thenApplyAsync((done) -> handedOut(launch, progress, ReadingStates.inSoFar(progress, 0)), this.executor);
	}

	/** How the launch's reading goes or went; empty before the first. */
	Ledger ledger(SidebarLaunch launch) {
		return this.byLaunch.find(launch.launchId())
			.filter((begun) -> begun.progress().revision() > 0)
			.map((begun) -> Ledger.of(begun.progress().soFar().chart()))
			.or(() -> this.ledgers.find(launch.launchId()))
			.orElse(Ledger.EMPTY);
	}

	/** Keeps nothing of the launch. */
	void forget(String launchId) {
		this.byLaunch.remove(launchId);
		this.kept.forget(launchId);
		this.ledgers.remove(launchId);
	}

	private Progress underWay(SidebarLaunch launch) {
		ShownReading last = launch.bedside().now().lastRead();
		return this.byLaunch.find(launch.launchId())
			.filter((begun) -> begun.number() == last.number())
			.map(Begun::progress)
			.or(() -> this.kept.of(launch.launchId(), last.number()).map(ReadProgress::new))
			.orElseGet(() -> begun(launch, last).progress());
	}

	/** Another node may have begun to read for this page; later it is another reading. */
	private Begun begun(SidebarLaunch launch, ShownReading last) {
		int number = last.isOfThisPage(Instant.now()) ? last.number() : marked(launch);
		return change(launch,
				(begun) -> begun.filter((one) -> one.number() == number).orElseGet(() -> afresh(launch, number)));
	}

	/** The number of a reading that begins now. */
	private static int marked(SidebarLaunch launch) {
		Instant now = Instant.now();
		return launch.bedside().change((bedside) -> bedside.readAgain(now)).lastRead().number();
	}

	private Begun change(SidebarLaunch launch, Function<Optional<Begun>, Begun> next) {
		return this.byLaunch.change(launch.session().registration(), launch.launchId(), next);
	}

	private Begun afresh(SidebarLaunch launch, int number) {
		this.kept.forget(launch.launchId());
		return new Begun(begin(launch), number, false);
	}

	private PageState handedOut(SidebarLaunch launch, Progress progress, PageState outcome) {
		if (outcome.isFinal()) {
			outcome.whole()
				.ifPresent((reading) -> this.ledgers.put(launch.session().registration(), launch.launchId(),
						Ledger.of(reading.chart()), 1));
			this.byLaunch.removeIf(launch.launchId(),
					(begun) -> begun.progress() == progress && kept(launch, begun.number(), outcome));
		}
		return outcome.with((reading) -> this.answering.apply(reading, launch.bedside().now()));
	}

	/** In one step with the end of its reading, so that no ended launch keeps a chart. */
	private boolean kept(SidebarLaunch launch, int number, PageState outcome) {
		outcome.whole()
			.filter((reading) -> reading.isOf(launch.patientId()))
			.ifPresent(
					(reading) -> this.kept.keep(launch.session().registration(), launch.launchId(), number, reading));
		return true;
	}

	/** Done when it is done, however it ended, or after that time. */
	private static CompletableFuture<Boolean> within(Duration longest, CompletableFuture<?> waited) {
		return waited.handle((done, failure) -> true).completeOnTimeout(false, longest.toNanos(), TimeUnit.NANOSECONDS);
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private Progress begin(SidebarLaunch launch) {
		Progress progress = this.reader.apply(launch.session());
		progress.whole()
			.whenComplete((reading, failure) -> launch.trail().read((failure != null) ? Map.of() : reading.outcomes()));
		return progress;
	}

	/**
	 * A reading with its number among those of its launch, and whether it was begun
	 * before any page asked for it.
	 */
	private record Begun(Progress progress, int number, boolean ahead) {

		/** Whether the next page takes it, where no later reading was begun elsewhere. */
		boolean isFor(int last) {
			return this.number == last && (this.ahead || !this.progress.whole().isDone());
		}

		Begun taken() {
			return new Begun(this.progress, this.number, false);
		}

	}

}
