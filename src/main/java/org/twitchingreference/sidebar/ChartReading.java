package org.twitchingreference.sidebar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.launch.FhirSession;

/** Reads a chart and assesses it as of the day it was read; blocks while it reads. */
final class ChartReading {

	private final Function<FhirSession, Chart> reader;

	private final BiFunction<Chart, LocalDate, Assessment> assessor;

	private final Clock clock;

	ChartReading(Function<FhirSession, Chart> reader, BiFunction<Chart, LocalDate, Assessment> assessor, Clock clock) {
		this.reader = reader;
		this.assessor = assessor;
		this.clock = clock;
	}

	Reading read(FhirSession session) {
		Chart chart = this.reader.apply(session);
		ZonedDateTime readAt = ZonedDateTime.now(this.clock);
		return new Reading(chart, this.assessor.apply(chart, readAt.toLocalDate()), readAt);
	}

}
