package org.twitchingreference.presentation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.facts.RangeUsed.Bounds;
import org.twitchingreference.assessment.facts.RangeUsed.Origin;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.words.Days;

import static org.assertj.core.api.Assertions.assertThat;

/** How entries of a chart are said in sentences. */
class EvidenceSentencesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Reason IN_USE = stated("in use");

	private static final RangeUsed REPORT = RangeUsed.of(new Bounds(Origin.REPORT, Optional.of(new BigDecimal("3.5")),
			Optional.of(new BigDecimal("5.1")), "mmol/L"));

	private final EvidenceLines evidence = new EvidenceLines(new Days(Samples.texts(), TODAY), Samples.texts());

	@Test
	void saysAnEntryWithValueDayRangeAndRemark() {
		assertThat(this.evidence.sentences(List.of(
				medicine("x", 400,
						CommonReason.BOTH.reason(stated("can lower potassium"), CommonReason.MATCHED_BY_NAME.reason())),
				result(3, REPORT)), List.of()))
			.containsExactly("Potassium 3.1 mmol/L, 19 Nov 2026 (3 days before), range 3.5-5.1 mmol/L (report).",
					"Furosemide, since 18 Oct 2025: can lower potassium; matched by name.");
	}

	@Test
	void saysRemarksNotTwiceAndRepeatedEntriesOnce() {
		List<Evidence> four = List.of(medicine("1", 1, IN_USE), medicine("2", 9, IN_USE), medicine("3", 20, IN_USE),
				medicine("4", 30, IN_USE));

		assertThat(this.evidence.sentences(four, List.of(CommonReason.NOT_KNOWN.reason(IN_USE, IN_USE))))
			.containsExactly("Furosemide, 4 times from 23 Oct 2026 to 21 Nov 2026.");
		assertThat(this.evidence.sentences(four.subList(0, 2), List.of()))
			.containsExactly("Furosemide, since 13 Nov 2026 and 21 Nov 2026: in use.");
	}

	@Test
	void saysFlagsAndMissingDates() {
		assertThat(this.evidence.sentences(List.of(result(0, new RangeUsed(List.of(), List.of("L")))), List.of()))
			.containsExactly("Potassium 3.1 mmol/L, 22 Nov 2026 (the same day), flag L (report).");
		Evidence undated = new Evidence("Condition/1", "Cramp", "", "", Optional.empty(), RangeUsed.NONE,
				Contribution.SUPPORTS, Optional.of(stated("cramp")));
		assertThat(this.evidence.sentences(List.of(undated), List.of())).containsExactly("Cramp, without a date.");
	}

	@Test
	void saysOfWhatSupportsAFindingNoRemarks() {
		Evidence supports = new Evidence("Condition/1", "Cramp", "", "", Optional.of(day(2)), RangeUsed.NONE,
				Contribution.SUPPORTS, Optional.of(IN_USE));

		assertThat(this.evidence.supporting(List.of(medicine("x", 1, IN_USE), supports)))
			.containsExactly("Cramp, recorded 20 Nov 2026 (2 days before).");
	}

	private static Reason stated(String words) {
		return CommonReason.STATED_BY_KNOWLEDGE.reason(words, List.of());
	}

	private static Evidence medicine(String id, int daysAgo, Reason remark) {
		return new Evidence("MedicationRequest/" + id, "Furosemide", "", "", Optional.of(day(daysAgo)), RangeUsed.NONE,
				Contribution.CONTEXT, Optional.of(remark));
	}

	private static Evidence result(int daysAgo, RangeUsed range) {
		return new Evidence("Observation/k", "Potassium", "3.1", "mmol/L", Optional.of(day(daysAgo)), range,
				Contribution.SUPPORTS, Optional.empty());
	}

	private static ChartTime day(int daysAgo) {
		LocalDate day = TODAY.minusDays(daysAgo);
		return new ChartTime(Instant.ofEpochSecond(day.toEpochDay()), Instant.ofEpochSecond(day.toEpochDay()), day,
				day);
	}

}
