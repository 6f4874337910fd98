package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.PartRead;

/**
 * How a chart was read, part by part and query by query, without anything of the chart.
 */
record Ledger(List<PartRead> parts) {

	static final Ledger EMPTY = new Ledger(List.of());

	Ledger {
		parts = List.copyOf(parts);
	}

	static Ledger of(Chart chart) {
		return new Ledger(chart.parts().stream().map(Ledger::withoutReferences).toList());
	}

	private static PartRead withoutReferences(PartRead part) {
		return new PartRead(part.part(), part.outcome(), part.entries(), part.pages(), part.why(), List.of(),
				part.since(), part.queries());
	}

}
