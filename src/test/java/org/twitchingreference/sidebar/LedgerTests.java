package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.ReadParts;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private final Texts texts = Samples.texts();

	@Test
	void listsEveryQueryForTesters() {
		QueryRead query = ReadParts.laboratory(new LeftOut(1, 0, 3, 0), 7, 43, 60);
		PartRead part = new PartRead(Part.LABORATORY, ReadOutcome.TRUNCATED, 40, 2, Found.why(""), List.of(),
				Optional.empty(), List.of(query));
		PartRead unasked = ReadParts.problems(ReadOutcome.REFUSED, 0, "", Optional.empty());

		LedgerView view = LedgerView.of(new Ledger(List.of(part, unasked)), this.texts);

		assertThat(view.rows()).containsExactly(
				new LedgerView.Row("Laboratory results", "laboratory results by code", "Observation",
						"plainer, after a refusal", "partly read", "200", "2", "3, access renewed", "43 / 60",
						"1 of another patient left out, 3 given twice", "7", "4119", "12 KB", "250 ms"),
				new LedgerView.Row("Problems", "", "", "", "refused", "–", "1", "–", "–", "–", "–", "–", "–", "–"));
	}

	@Test
	void hasWordsForEveryWayAndOutcome() {
		assertThat(Role.values()).allSatisfy((role) -> assertThat(this.texts.of("ledger.role", role)).isNotBlank());
		assertThat(ReadOutcome.values())
			.allSatisfy((outcome) -> assertThat(this.texts.of("ledger", outcome)).isNotBlank());
	}

}
