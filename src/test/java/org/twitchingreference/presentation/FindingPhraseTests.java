package org.twitchingreference.presentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.medicines.DoseReason;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import static org.assertj.core.api.Assertions.assertThat;

/** The headline speaks of this patient: with value, medicine, dose, problem and day. */
class FindingPhraseTests {

	@Test
	void saysTheValueAndItsDay() {
		assertThat(sentence(met("Low potassium", Found.result("Potassium", "3.1", "mmol/L", 3, RangeUsed.NONE))))
			.isEqualTo("Low potassium 3.1 mmol/L (19 Nov)");
		assertThat(sentence(met("Thyroid disease", Found.result("TSH", "14", "mIU/L", 200, RangeUsed.NONE))))
			.isEqualTo("Thyroid disease: TSH 14 mIU/L (6 May 2026)");
	}

	@Test
	void saysWhichMedicineOrRecordedProblemItIs() {
		assertThat(sentence(
				met("Stimulant medicine", Found.entry("Methylphenidate 20 MG", Contribution.SUPPORTS, "stimulant"))))
			.isEqualTo("Stimulant medicine: methylphenidate");
		assertThat(sentence(met("Low calcium", problem("Hypoparathyroidism"))))
			.isEqualTo("Low calcium: hypoparathyroidism (2 Nov)");
		assertThat(sentence(met("Multiple sclerosis", problem("Multiple sclerosis"))))
			.isEqualTo("Multiple sclerosis (2 Nov)");
	}

	@Test
	void saysAMedicineTogetherWithTheValueThatMakesItDangerous() {
		AlertFinding digoxin = Found.alert("digoxin", "Digoxin with low potassium or magnesium", Urgency.URGENT,
				Found.entry("Digoxin 125 MCG", Contribution.SUPPORTS, "in use"),
				Found.result("Potassium", "3.2", "mmol/L", 1, RangeUsed.NONE));

		assertThat(headline(Samples.reading().cautioned(digoxin)).sentence())
			.isEqualTo("Digoxin with potassium 3.2 mmol/L (21 Nov)");
		assertThat(headline(Samples.reading()
			.cautioned(digoxin)
			.with(met("Low potassium", Found.result("Potassium", "3.2", "mmol/L", 1, RangeUsed.NONE)))).sentence())
			.isEqualTo("Digoxin with potassium 3.2 mmol/L (21 Nov); low potassium");
	}

	@Test
	void saysBothMedicinesOfACombination() {
		AlertFinding both = Found.alert("serotonergic", "Serotonergic combination", Urgency.URGENT,
				Found.entry("Tramadol 50 MG", Contribution.SUPPORTS, "in use"),
				Found.entry("Sertraline 50 MG", Contribution.SUPPORTS, "in use"));

		assertThat(headline(Samples.reading().cautioned(both)).sentence()).isEqualTo("Tramadol with sertraline");
	}

	@Test
	void saysADoseAboveTheLabelWithBothFigures() {
		Reason label = DoseReason.LABEL_GIVES.reason("Creatinine clearance", mg("21.5"), BigDecimal.valueOf(200),
				mg("700"), 1);
		Reason above = DoseReason.DOSE_ABOVE_LABEL.reason("Gabapentin 300 MG",
				DoseReason.DAILY_DOSE.reason(Found.stated("3 x 300 mg"), mg("2700")));
		AlertFinding caution = new AlertFinding("gabapentin-dose", "Gabapentin dose", "", "", Urgency.ROUTINE,
				List.of(), List.of(label, above), List.of(), Backing.SUPPORTED);

		assertThat(headline(Samples.reading()
			.with(met("Medicine that can cause twitching",
					Found.entry("Gabapentin 300 MG", Contribution.SUPPORTS, "in use")))
			.cautioned(caution)).sentence())
			.isEqualTo("Gabapentin, 2,700 mg a day: the label's limit at this creatinine clearance is 700 mg");
	}

	@Test
	void leavesAQuestionAndWhatOnlyContributesToTheCards() {
		Evidence answer = new Evidence("QuestionnaireResponse/q1", "Under stress?", "yes", "", Optional.empty(),
				RangeUsed.NONE, Contribution.SUPPORTS, Optional.empty());

		assertThat(sentence(met("Stress", answer, Found.entry("Salbutamol", Contribution.CONTEXT, "in use"))))
			.isEqualTo("Stress");
	}

	@Test
	void saysWhenARedFlagWasRecordedLast() {
		assertThat(headline(Samples.reading()
			.flagged(Found.alert("wasting", "Muscle wasting", Urgency.SOON, problem("Muscle wasting")),
					Found.alert("weakness", "Weakness", Urgency.SOON)))
			.sentence()).isEqualTo("Red flags: muscle wasting (2 Nov), weakness");
	}

	@Test
	void saysWhatWasNotMeasuredWhereNothingElseIsOpen() {
		Headline headline = headline(Samples.reading()
			.with(unknown("low-potassium", "Potassium", ResultReason.NEVER_MEASURED.reason()),
					unknown("low-calcium", "Calcium, total", ResultReason.NOT_MEASURED_SINCE.reason("2 Nov 2025"))));

		assertThat(headline.sentence()).isEqualTo("No cause found; not measured lately: potassium and total calcium");
		assertThat(headline.summary()).noneMatch((line) -> line.startsWith("Not known"));
	}

	@Test
	void namesTheCauseWhereMoreThanAMeasurementIsMissing() {
		Headline headline = headline(Samples.reading()
			.with(unknown("low-potassium", "Potassium", ResultReason.NEVER_MEASURED.reason()),
					unknown("als", "Problems", CommonReason.notRead(Part.PROBLEMS))));

		assertThat(headline.sentence()).isEqualTo("No cause found; not known: low-potassium and als");
	}

	/** A value to read comes before a list of what is missing. */
	@Test
	void namesAnUnmappedResultBeforeTheCausesThatAreNotKnown() {
		Headline headline = headline(Samples.reading()
			.with(unknown("low-potassium", "Potassium", ResultReason.NEVER_MEASURED.reason()),
					unknown("als", "Problems", CommonReason.notRead(Part.PROBLEMS)))
			.with(new Gap(GapSubject.UNRECOGNISED_RESULT.reason("Potassium, serum 3.0"), GapReason.NO_CODE.reason())));

		assertThat(headline.summary()).extracting((line) -> line.substring(0, 9))
			.containsSubsequence("In the ch", "Not known");
	}

	@Test
	void namesAResultUnderACodeThatNobodyMapped() {
		Headline headline = headline(Samples.reading()
			.with(new Gap(GapSubject.UNRECOGNISED_RESULT.reason("Potassium, serum 3.0"), GapReason.NO_CODE.reason())));

		assertThat(headline.summary())
			.contains("In the chart under a code that is not known here, and not judged: Potassium, serum 3.0.");
	}

	private static CauseFinding unknown(String id, String what, Reason why) {
		return new CauseFinding(id, id, "", Verdict.UNKNOWN, Optional.empty(), Urgency.ROUTINE, List.of(),
				List.of(Gap.of(what, why).asReason()), List.of(), Backing.SUPPORTED);
	}

	private static CauseFinding met(String title, Evidence... evidence) {
		return Found.met("cause", title, Urgency.ROUTINE, Strength.STRONG, evidence);
	}

	private static Evidence problem(String what) {
		return Evidence.entry("Condition/c1", what, Optional.of(Found.day(Samples.TODAY.minusDays(20))),
				Contribution.SUPPORTS, Optional.empty());
	}

	private static Quantity mg(String amount) {
		return new Quantity(new BigDecimal(amount), "mg");
	}

	private static String sentence(CauseFinding cause) {
		return headline(Samples.reading().with(cause)).sentence();
	}

	private static Headline headline(Samples samples) {
		return Headline.of(samples.build(), Samples.texts());
	}

}
