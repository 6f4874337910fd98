package org.twitchingreference.sidebar;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.twitchingreference.bedside.ShownReading;
import org.twitchingreference.capacity.FairCache;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.sidebar.kept.KeptCharts;
import org.twitchingreference.sidebar.progress.FinishedProgress;
import org.twitchingreference.sidebar.progress.ReadingProgress;

/**
 * The readings under way, at most one per launch and never shared between launches, each
 * with its number among those of its launch.
 */
final class ReadingsUnderWay {

	/** How long a reading is kept that no request waits for any more. */
	private static final Duration REMEMBERED = Duration.ofMinutes(5);

	/** How many readings are kept; one EHR alone may have half of them. */
	private static final int MOST = 2000;

	private final FairCache<NumberedReading> byLaunch = new FairCache<>(MOST, 1, REMEMBERED);

	private final Function<FhirSession, ReadingProgress> reader;

	private final KeptCharts kept;

	ReadingsUnderWay(Function<FhirSession, ReadingProgress> reader, KeptCharts kept) {
		this.reader = reader;
		this.kept = kept;
	}

	/** Starts reading for a page that is still on its way to the browser. */
	void startAhead(SidebarLaunch launch) {
		int number = nextNumber(launch);
		compute(launch, (begun) -> begun.orElseGet(() -> new NumberedReading(begin(launch), number, true)));
	}

	/**
	 * Called when the page is opened: starts reading, unless a reading of this launch is
	 * under way or was started ahead for this page.
	 */
	void start(SidebarLaunch launch) {
		int last = launch.bedside().now().lastRead().number();
		boolean begunAlready = this.byLaunch.find(launch.launchId())
			.filter((begun) -> begun.isShownNext(last))
			.isPresent();
		int number = begunAlready ? last : nextNumber(launch);
		compute(launch,
				(begun) -> begun.filter((one) -> one.isShownNext(number))
					.map(NumberedReading::claimed)
					.orElseGet(() -> newReading(launch, number)));
	}

	/**
	 * The launch's reading, or its kept chart if that is of the last reading; else a new
	 * reading.
	 */
	ReadingProgress of(SidebarLaunch launch) {
		ShownReading last = launch.bedside().now().lastRead();
		return this.byLaunch.find(launch.launchId())
			.filter((begun) -> begun.number() == last.number())
			.map(NumberedReading::progress)
			.or(() -> this.kept.of(launch.launchId(), last.number()).map(FinishedProgress::new))
			.orElseGet(() -> begun(launch, last).progress());
	}

	/** The launch's reading, if there is one under way. */
	Optional<ReadingProgress> find(SidebarLaunch launch) {
		return this.byLaunch.find(launch.launchId()).map(NumberedReading::progress);
	}

	/**
	 * Removes the finished reading, and in the same atomic step passes its number to the
	 * action. A reading whose launch has ended is not there any more, so nothing of it is
	 * kept.
	 */
	void end(SidebarLaunch launch, ReadingProgress progress, IntConsumer last) {
		this.byLaunch.removeIf(launch.launchId(), (begun) -> {
			boolean ends = begun.progress() == progress;
			if (ends) {
				last.accept(begun.number());
			}
			return ends;
		});
	}

	void forget(String launchId) {
		this.byLaunch.remove(launchId);
	}

	/**
	 * Starts a reading on this node. If another node has just begun one for the same
	 * page, it counts as the same reading; otherwise it gets a number of its own.
	 */
	private NumberedReading begun(SidebarLaunch launch, ShownReading last) {
		int number = last.isOfThisPage(Instant.now()) ? last.number() : nextNumber(launch);
		return compute(launch,
				(begun) -> begun.filter((one) -> one.number() == number).orElseGet(() -> newReading(launch, number)));
	}

	/** The number of a reading that begins now. */
	private static int nextNumber(SidebarLaunch launch) {
		Instant now = Instant.now();
		return launch.bedside().change((bedside) -> bedside.readAgain(now)).lastRead().number();
	}

	private NumberedReading compute(SidebarLaunch launch, Function<Optional<NumberedReading>, NumberedReading> next) {
		return this.byLaunch.compute(launch.session().registration(), launch.launchId(), next);
	}

	private NumberedReading newReading(SidebarLaunch launch, int number) {
		this.kept.forget(launch.launchId());
		return new NumberedReading(begin(launch), number, false);
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private ReadingProgress begin(SidebarLaunch launch) {
		ReadingProgress progress = this.reader.apply(launch.session());
		progress.whole()
			.whenComplete((reading, failure) -> launch.trail().read((failure != null) ? Map.of() : reading.outcomes()));
		return progress;
	}

	/**
	 * A reading, its number among those of its launch (counted from one), and whether it
	 * was started ahead, before a page asked for it.
	 */
	private record NumberedReading(ReadingProgress progress, int number, boolean startedAhead) {

		/**
		 * Whether a page that opens now shows it: no later reading was begun on another
		 * node, and it was started ahead or is still under way.
		 */
		boolean isShownNext(int last) {
			return this.number == last && (this.startedAhead || !this.progress.whole().isDone());
		}

		NumberedReading claimed() {
			return new NumberedReading(this.progress, this.number, false);
		}

	}

}
