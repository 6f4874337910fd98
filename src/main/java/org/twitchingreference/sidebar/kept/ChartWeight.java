package org.twitchingreference.sidebar.kept;

import java.util.Collection;
import java.util.stream.Stream;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.presentation.AssessedChart;

/**
 * What a chart takes in memory, in bytes, overestimated rather than underestimated: its
 * entries have texts of limited length, so their number is enough.
 */
final class ChartWeight {

	/** The assessment of a chart, which refers to the chart's entries. */
	private static final int ASSESSMENT = 200_000;

	/** An entry with codes, texts and times. */
	private static final int ENTRY = 2500;

	private ChartWeight() {
	}

	static int of(AssessedChart reading) {
		Chart chart = reading.chart();
		long results = chart.observations().values().stream().mapToLong(Collection::size).sum();
		long notes = chart.observations()
			.values()
			.stream()
			.flatMap(Collection::stream)
			.flatMap((result) -> result.notes().stream())
			.mapToLong(String::length)
			.sum();
		long others = Stream
			.of(chart.medicines(), chart.problems(), chart.orders(), chart.studies(), chart.allergies(),
					chart.answers())
			.mapToLong(Collection::size)
			.sum();
		long parts = chart.parts().stream().mapToLong(ChartWeight::entries).sum();
		return (int) Math.min(Integer.MAX_VALUE, ASSESSMENT + 2 * notes + ENTRY * (results + others + parts));
	}

	private static long entries(PartRead part) {
		return 1L + part.queries().size() + part.unreadable().size();
	}

}
