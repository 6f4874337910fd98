package org.twitchingreference.presentation.actions;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.evidence.Statement;

import static org.assertj.core.api.Assertions.assertThat;

class OptionListTests {

	private static final Reason LOOKED_FOR = TestReason.LOOKED_FOR.reason(List.of("Heart failure"),
			List.of("Essential hypertension"));

	private static final Reason NO_EGFR = Gap.of("eGFR", ResultReason.NEVER_MEASURED.reason()).asReason();

	@Test
	void foldsAdviceForEverybodyAlsoWhereListsWereLookedThroughForIt() {
		OptionList options = options(option("water", Status.OFFERED, true, Found.stated("Drink."), LOOKED_FOR),
				option("rest", Status.OFFERED, true, Found.stated("Rest.")),
				option("minerals", Status.OFFERED, false, Found.stated("Potassium is low."), LOOKED_FOR));

		assertThat(options.shown()).extracting(OptionRow::id).containsExactly("minerals");
		assertThat(options.folded()).extracting(OptionRow::id).containsExactly("rest", "water");
		assertThat(options.summary()).isEqualTo("General advice (2)");
		assertThat(options.general()).extracting(OptionRow::id).containsExactly("rest");
	}

	@Test
	void foldsAdviceForEverybodyThatOnlyWaitsForAValue() {
		OptionList options = options(
				option("minerals", Status.WITHHELD, true, Found.stated("Measure eGFR first."), NO_EGFR),
				option("water", Status.WITHHELD, true, Found.stated("Heart failure.")),
				option("suggested", Status.WITHHELD, false, Found.stated("Measure eGFR first."), NO_EGFR),
				option("rest", Status.OFFERED, true, Found.stated("Rest.")));

		assertThat(options.shown()).extracting(OptionRow::id).containsExactly("water", "suggested");
		assertThat(options.folded()).extracting(OptionRow::id).containsExactly("rest", "minerals");
		assertThat(options.summary()).isEqualTo("General advice (1), 1 not yet");
	}

	@Test
	void namesTheMedicinesThatAnOptionIsAbout() {
		OptionRow row = options(option("review", Status.OFFERED, false, Found.stated("Potassium is low."),
				TestReason.ABOUT_MEDICINES.reason(List.of("Furosemide 40 MG Oral Tablet", "Furosemide", "Lisinopril"))))
			.specific()
			.get(0);

		assertThat(row.title()).isEqualTo("review: furosemide and lisinopril");
		assertThat(row.face()).extracting(Statement::text).containsExactly("Potassium is low.");
	}

	@Test
	void countsTheMedicinesThatItDoesNotName() {
		OptionRow row = options(option("review", Status.OFFERED, false,
				TestReason.ABOUT_MEDICINES.reason(List.of("Aa", "Bb", "Cc", "Dd", "Ee", "Ff"))))
			.specific()
			.get(0);

		assertThat(row.title()).isEqualTo("review: aa, bb, cc and dd and 2 more");
	}

	@Test
	void tellsWhatWaitsForAValueFromWhatTheChartSpeaksAgainst() {
		OptionList options = options(
				option("waits", Status.WITHHELD, false, Found.stated("Measure eGFR first."), NO_EGFR),
				option("against", Status.WITHHELD, false, Found.stated("Measure eGFR first."), NO_EGFR,
						Found.stated("Heart failure.")),
				option("harm", Status.WITHHELD, false, Found.stated("Heart failure.")),
				option("unread", Status.WITHHELD, false, TestReason.NOT_UNTIL_KNOWN.reason("eGFR")),
				option("offered", Status.OFFERED, false, NO_EGFR));

		assertThat(options.specific()).filteredOn(OptionRow::unknown)
			.extracting(OptionRow::id)
			.containsExactly("waits", "unread");
	}

	@Test
	void countsTheRedFlagsToAskAboutAndKeepsTheirNamesFolded() {
		Reason asked = AnswerReason.RESTS_ON_CHART.reason(List.of("Weakness", "Pain", "Numbness"));
		OptionRow row = options(option("reassurance", Status.OFFERED, false, asked)).specific().get(0);

		assertThat(row.face()).extracting(Statement::text).containsExactly("3 red flags not asked about.");
		assertThat(row.statements()).extracting(Statement::text)
			.containsExactly("No red flag is charted; not asked about weakness, pain, numbness.");
	}

	/** The tag already says that only the article advises it. */
	@Test
	void leavesOutThatTheArticleAdvisesWhatTheAdviceSays() {
		OptionFinding water = new OptionFinding("water", "Drink", "Two litres through the day.", Status.OFFERED,
				Urgency.ROUTINE, List.of(Found.stated("The document advises it.")), List.of(), List.of(Found.DOCUMENT),
				false);
		OptionRow row = options(water).specific().get(0);

		assertThat(row.advice()).isEqualTo("Two litres through the day.");
		assertThat(row.face()).isEmpty();
		assertThat(row.statements()).extracting(Statement::text).containsExactly("The document advises it.");
	}

	private static OptionList options(OptionFinding... options) {
		return new Presenter(Samples.texts()).present(Samples.reading().with(options).build(), false).options();
	}

	private static OptionFinding option(String id, Status status, boolean general, Reason... reasons) {
		return new OptionFinding(id, id, "", status, Urgency.ROUTINE, List.of(reasons), List.of(),
				List.of(Found.DOCUMENT), general);
	}

}
