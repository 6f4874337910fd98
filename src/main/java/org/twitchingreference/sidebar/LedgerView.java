package org.twitchingreference.sidebar;

import java.util.List;

import org.twitchingreference.chart.PartRead;
import org.twitchingreference.presentation.words.Texts;

/** Every query of the last reading of a launch, for those who test a connection. */
record LedgerView(List<LedgerRow> rows) {

	static LedgerView of(Ledger ledger, Texts texts) {
		return new LedgerView(
				ledger.parts().stream().flatMap((PartRead part) -> LedgerRow.list(part, texts).stream()).toList());
	}

}
