package org.twitchingreference.assess.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.assessment.CommonReason;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.RangeUsed;
import org.twitchingreference.assessment.RangeUsed.Bounds;
import org.twitchingreference.assessment.RangeUsed.Origin;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.presentation.Bundle;
import org.twitchingreference.presentation.RangeWords;
import org.twitchingreference.presentation.ReasonWords;

import static org.assertj.core.api.Assertions.assertThat;

/** How the text is worded. */
class TextTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Reason IN_USE = stated("in use");

	private static final RangeUsed REPORT = RangeUsed.of(new Bounds(Origin.REPORT, Optional.of(new BigDecimal("3.5")),
			Optional.of(new BigDecimal("5.1")), "mmol/L"));

	private final EvidenceText evidence = new EvidenceText(TODAY, new ReasonWords(Bundle.messages()),
			new RangeWords(Bundle.messages()));

	@Test
	void wrapsWithoutBreakingWords() {
		Page page = new Page();
		page.item("word ".repeat(30), List.of("more ".repeat(30), ""));

		assertThat(page.toString().lines()).hasSize(4)
			.allMatch((line) -> line.length() < 100)
			.noneMatch((line) -> line.endsWith(" "));
		assertThat(page.toString()).startsWith("- word word").contains("\n  word", "\n  more more");
	}

	@Test
	void makesSentencesOfFragments() {
		assertThat(Sentences.of("low", "eGFR is low.", "", "Asked?", "low")).isEqualTo("Low. eGFR is low. Asked?");
		assertThat(Sentences.within("A medicine")).isEqualTo("a medicine");
		assertThat(Sentences.within("ALS")).isEqualTo("ALS");
		assertThat(Sentences.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
		assertThat(Sentences.list(List.of())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-19,2026-11-19,2026-11-19,19 Nov 2026", "2026-11-01,2026-11-30,2026-11,Nov 2026",
			"2024-01-01,2024-12-31,2024,2024",
			"2026-11-01,2026-11-15,2026-11-01/2026-11-15,1 Nov 2026 to 15 Nov 2026" })
	void saysTimesAsPreciselyAsTheyAreKnown(LocalDate first, LocalDate last, String fhir, String words) {
		ChartTime time = new ChartTime(Instant.EPOCH, Instant.EPOCH, first, last);

		assertThat(Dates.fhir(time)).isEqualTo(fhir);
		assertThat(Dates.words(time)).isEqualTo(words);
	}

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
	void countsOnlyVerifiedSourcesAsSupport() {
		SourceText sources = new SourceText();
		Source claim = new Source("S28", "MS can cause twitches", "", Support.DOCUMENT);
		Source read = new Source("C02", "NICE. NG127, 2019", "", Support.VERIFIED_SECONDARY);
		Source unread = new Source("C99", "Somebody 2001", "", Support.NOT_VERIFIED);

		assertThat(sources.of(List.of(claim))).isEqualTo("A claim of the source document: S28.");
		assertThat(sources.of(List.of(claim, read, unread)))
			.isEqualTo("Source: C02. The source document: S28. Source not yet verified: C99.");
		assertThat(sources.all()).containsExactly("C02, verified in a secondary copy: NICE. NG127, 2019.",
				"C99, source not yet verified: Somebody 2001.", "S28, the document's claim: MS can cause twitches.");
	}

	private static Reason stated(String words) {
		return CommonReason.STATED_BY_KNOWLEDGE.reason(words);
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
