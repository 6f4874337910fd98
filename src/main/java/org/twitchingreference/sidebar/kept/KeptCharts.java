package org.twitchingreference.sidebar.kept;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.capacity.FairCache;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.presentation.AssessedChart;

import org.springframework.util.unit.DataSize;

/**
 * The last chart read for each launch, in memory only, until the launch ends, the chart
 * is unused for half an hour, or other launches of its EHR need the room; it is then read
 * again. Only charts are kept and not their assessments, which take more memory and a
 * millisecond to make again.
 */
public final class KeptCharts {

	private static final Duration UNUSED = Duration.ofMinutes(30);

	/** The multiple of FairShare: one EHR alone may hold three quarters. */
	private static final int SHARE_MULTIPLE = 3;

	private final FairCache<Kept> byLaunch;

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	public KeptCharts(DataSize size, BiFunction<Chart, LocalDate, Assessment> assessor) {
		this.assessor = assessor;
		this.byLaunch = new FairCache<>(size.toBytes(), SHARE_MULTIPLE, UNUSED);
	}

	/**
	 * Keeps the chart of a launch of the EHR with this registration, by the number of its
	 * reading.
	 */
	public void keep(String ehr, String launchId, int number, AssessedChart reading) {
		this.byLaunch.put(ehr, launchId, Kept.of(reading, number), ChartWeight.of(reading.chart()));
	}

	/** The chart, if it is that of the reading with this number. */
	public Optional<AssessedChart> of(String launchId, int number) {
		return this.byLaunch.find(launchId).filter((kept) -> kept.number() == number).map(this::assessed);
	}

	/** Makes the next complete page show this chart instead of reading again. */
	public void showNext(String launchId) {
		this.byLaunch.find(launchId).ifPresent((kept) -> kept.next().set(true));
	}

	/**
	 * Forgets the chart, unless {@link #showNext} was called for the page that asks now.
	 */
	public void forgetUnlessShownNext(String launchId) {
		this.byLaunch.removeIf(launchId, (kept) -> !kept.next().getAndSet(false));
	}

	public void forget(String launchId) {
		this.byLaunch.remove(launchId);
	}

	private AssessedChart assessed(Kept kept) {
		return new AssessedChart(kept.chart(), this.assessor.apply(kept.chart(), kept.asOf()), kept.readAt());
	}

	/** A chart without the answers given here, and whether the next page shows it. */
	private record Kept(Chart chart, LocalDate asOf, ZonedDateTime readAt, int number, AtomicBoolean next) {

		static Kept of(AssessedChart reading, int number) {
			return new Kept(reading.chart(), reading.assessment().asOf(), reading.readAt(), number,
					new AtomicBoolean());
		}

	}

}
