package org.twitchingreference.sidebar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.reading.ChartProgress;

/** Has a chart read and assesses it as of the day it was read. */
final class ChartReading {

	private final Function<FhirSession, ChartProgress> reader;

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	private final Clock clock;

	ChartReading(Function<FhirSession, ChartProgress> reader, BiFunction<Chart, LocalDate, Assessment> assessor,
			Clock clock) {
		this.reader = reader;
		this.assessor = assessor;
		this.clock = clock;
	}

	Progress start(FhirSession session) {
		return new AssessedProgress(this.reader.apply(session), this::assess);
	}

	private AssessedChart assess(Chart chart) {
		ZonedDateTime readAt = ZonedDateTime.now(this.clock);
		return new AssessedChart(chart, this.assessor.apply(chart, readAt.toLocalDate()), readAt);
	}

}
