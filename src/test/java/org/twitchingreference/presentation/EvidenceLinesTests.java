package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.presentation.words.Days;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceLinesTests {

	private final EvidenceLines lines = new EvidenceLines(new Days(Samples.texts(), Samples.TODAY), Samples.texts());

	@Test
	void saysOfMedicinesSinceWhenAndOfProblemsWhenRecorded() {
		Evidence medicine = entry("MedicationRequest/m1", "gabapentin 300 MG Oral Capsule", "2026-05-26");
		Evidence problem = entry("Condition/c1", "Muscle wasting", "2026-11-02");

		assertThat(this.lines.lines(List.of(medicine, problem))).extracting(EvidenceRow::what, EvidenceRow::facts)
			.containsExactly(Tuple.tuple("Gabapentin 300 MG Oral Capsule", "since 26 May 2026"),
					Tuple.tuple("Muscle wasting", "recorded 2 Nov 2026"));
	}

	@Test
	void putsTheSameEntryOnOneLineWithItsDatesInOrder() {
		assertThat(this.lines.lines(
				List.of(twitching("c2", "2026-11-22"), twitching("c1", "2026-07-25"), twitching("c1", "2026-07-25"))))
			.containsExactly(new EvidenceRow("line", "Muscle twitching", "", "", "recorded 25 Jul, 22 Nov 2026"));
	}

	@Test
	void saysADayOnceThoughItsHoursDiffer() {
		ChartTime noon = Found.day(Samples.TODAY);
		ChartTime evening = new ChartTime(noon.earliest().plusSeconds(3600), noon.latest(), noon.firstDay(),
				noon.lastDay());
		List<Evidence> twice = Stream.of(noon, evening)
			.map((time) -> new Evidence("Condition/c1", "Cramp", "", "", Optional.of(time), RangeUsed.NONE,
					Contribution.SUPPORTS, Optional.empty()))
			.toList();

		assertThat(this.lines.lines(twice)).extracting(EvidenceRow::facts).containsExactly("recorded 22 Nov 2026");
	}

	@Test
	void countsTheDatesWhenThereAreMany() {
		assertThat(this.lines.lines(List.of(twitching("c1", "2026-07-25"), twitching("c2", "2026-08-25"),
				twitching("c3", "2026-09-25"), twitching("c4", "2026-11-22"))))
			.extracting(EvidenceRow::facts)
			.containsExactly("recorded 25 Jul 2026 to 22 Nov 2026, 4 times");
	}

	@Test
	void neverMergesResultsThatDiffer() {
		assertThat(this.lines.mainFirst(List.of(Found.result("Potassium", "3.1", "mmol/L", 3, RangeUsed.NONE),
				Found.result("Potassium", "3.3", "mmol/L", 3, RangeUsed.NONE)), List.of()))
			.extracting(EvidenceRow::value)
			.containsExactly("3.1 mmol/L", "3.3 mmol/L");
	}

	@Test
	void leavesTheUnitOutOfARangeOnlyWhereItIsTheSame() {
		assertThat(this.lines.mainFirst(
				List.of(Found.result("Potassium", "<3.1", "mEq/L", 0, Found.report("3.5", "5.1", "mEq/L")),
						Found.result("Calcium", "9.3", "mg/dL", 100, Found.fallback("2.15", "2.55", "mmol/L"))),
				List.of()))
			.extracting(EvidenceRow::facts)
			.containsExactly("today, 22 Nov \u00b7 range 3.5-5.1 (report)",
					"3 months ago, 14 Aug 2026 \u00b7 range 2.15-2.55 mmol/L (fallback)");
	}

	@Test
	void keepsRemarksInEveryForm() {
		List<Evidence> entries = List.of(Found.entry("Furosemide", Contribution.SUPPORTS, "matched by name"));

		assertThat(this.lines.lines(entries)).extracting(EvidenceRow::facts)
			.containsExactly("no date \u00b7 matched by name");
		assertThat(this.lines.mainFirst(entries, List.of())).extracting(EvidenceRow::facts)
			.containsExactly("no date \u00b7 matched by name");
		assertThat(this.lines.mainFirst(entries, entries.get(0).remark().stream().toList()))
			.extracting(EvidenceRow::facts)
			.containsExactly("no date");
		assertThat(this.lines.full(entries)).extracting(EvidenceRow::facts)
			.containsExactly("Supports \u00b7 no date \u00b7 matched by name");
	}

	@Test
	void saysEverythingOfEveryEntryInFull() {
		assertThat(this.lines.full(List.of(twitching("c1", "2026-07-25"), twitching("c2", "2026-08-25"),
				Found.result("Potassium", "3.1", "mmol/L", 3, Found.report("3.5", "5.1", "mmol/L")))))
			.extracting(EvidenceRow::facts)
			.containsExactly("Supports \u00b7 3 months ago, 25 Jul 2026", "Supports \u00b7 2 months ago, 25 Aug 2026",
					"Supports \u00b7 3 days ago, 19 Nov 2026 \u00b7 range 3.5-5.1 mmol/L (report)");
	}

	private static Evidence twitching(String id, String day) {
		return entry("Condition/" + id, "Muscle twitching", day);
	}

	private static Evidence entry(String resource, String what, String day) {
		return new Evidence(resource, what, "", "", Optional.of(Found.day(LocalDate.parse(day))), RangeUsed.NONE,
				Contribution.SUPPORTS, Optional.empty());
	}

}
