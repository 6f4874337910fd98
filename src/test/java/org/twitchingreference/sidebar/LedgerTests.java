package org.twitchingreference.sidebar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private final Texts texts = Samples.texts();

	@Test
	void listsEveryQueryForTesters() {
		QueryRead query = query(new LeftOut(1, 0, 3, 0), 7, 43, 60);
		PartRead part = new PartRead(Part.LABORATORY, ReadOutcome.TRUNCATED, 40, 2, Found.why(""), List.of(),
				Optional.empty(), List.of(query));
		PartRead unasked = read(ReadOutcome.REFUSED, 0, "", Optional.empty());

		LedgerView view = LedgerView.of(new Ledger(List.of(part, unasked)), this.texts);

		assertThat(view.rows()).containsExactly(
				new LedgerView.Row("Laboratory results", "laboratory results by code", "Observation",
						"plainer, after a refusal", "partly read", "200", "2", "3, access renewed", "43 / 60",
						"1 of another patient left out, 3 given twice", "7", "4119", "12 KB", "250 ms"),
				new LedgerView.Row("Problems", "", "", "", "refused", "–", "1", "–", "–", "–", "–", "–", "–", "–"));
	}

	@Test
	void hasWordsForEveryWayAndOutcome() {
		assertThat(Way.values()).allSatisfy((way) -> assertThat(this.texts.of("ledger.way", way)).isNotBlank());
		assertThat(ReadOutcome.values())
			.allSatisfy((outcome) -> assertThat(this.texts.of("ledger", outcome)).isNotBlank());
	}

	private static PartRead read(ReadOutcome outcome, int entries, String why, Optional<LocalDate> since) {
		return new PartRead(Part.PROBLEMS, outcome, entries, 1, Found.why(why), List.of(), since, List.of());
	}

	private static QueryRead query(LeftOut leftOut, int unrecognised, int delivered, int announced) {
		return new QueryRead(Found.stated("laboratory results by code"), "Observation", Way.FALLBACK,
				ReadOutcome.TRUNCATED, 200, 2, delivered, announced, leftOut, unrecognised, List.of("4119"), 3, true,
				12_300, 250);
	}

}
