package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadOutcome;

/** How parts of a chart were read. */
public final class ReadParts {

	private ReadParts() {
	}

	public static PartRead problems(ReadOutcome outcome, int entries, String why, Optional<LocalDate> since) {
		return new PartRead(Part.PROBLEMS, outcome, entries, 1, Found.why(why), List.of(), since, List.of());
	}

	/** A query for laboratory results of which only the first 200 came, on 2 pages. */
	public static QueryRead laboratory(LeftOut leftOut, int unrecognised, int delivered, int announced) {
		return new QueryRead(Found.stated("laboratory results by code"), "Observation", Role.FALLBACK,
				ReadOutcome.TRUNCATED, 200, 2, delivered, announced, leftOut, unrecognised, List.of("4119"), 3, true,
				12_300, 250);
	}

}
