package org.twitchingreference.sidebar.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.reading.ChartProgress;
import org.twitchingreference.sidebar.counts.ReadingCounts;

/** Reads a chart and assesses it as of the day it was read. */
public final class ChartReading {

	private final Function<FhirSession, ChartProgress> reader;

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	private final ReadingCounts counts;

	private final Clock clock;

	public ChartReading(Function<FhirSession, ChartProgress> reader, BiFunction<Chart, LocalDate, Assessment> assessor,
			ReadingCounts counts, Clock clock) {
		this.reader = reader;
		this.assessor = assessor;
		this.counts = counts;
		this.clock = clock;
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	public ReadingProgress start(FhirSession session) {
		Consumer<AssessedChart> count = this.counts.begin(session.registration());
		ReadingProgress progress = new LiveProgress(this.reader.apply(session), this::assess);
		progress.whole().thenAccept(count);
		return progress;
	}

	private AssessedChart assess(Chart chart) {
		ZonedDateTime readAt = ZonedDateTime.now(this.clock);
		return new AssessedChart(chart, this.assessor.apply(chart, readAt.toLocalDate()), readAt);
	}

}
