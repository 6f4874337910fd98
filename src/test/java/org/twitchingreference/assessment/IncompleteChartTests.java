package org.twitchingreference.assessment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.assessment.criteria.AnswerReason;
import org.twitchingreference.assessment.criteria.SampleChart;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Said;
import org.twitchingreference.assessment.medicines.DoseReason;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** What was not read (completely) never argues against anything. */
class IncompleteChartTests {

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "OK", "EMPTY" })
	void saysUnknownForANormalResultWhenNotAllResultsWereRead(ReadOutcome outcome) {
		Assessment assessment = assess(
				SampleChart.chart().result("2823-3", "4.2", "mmol/L").ended(Part.LABORATORY, outcome).build());

		CauseFinding potassium = cause(assessment, "low-potassium");
		assertThat(potassium.verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(potassium.reasons()).anyMatch(IncompleteChartTests::saysThatANewerMayExist);
		assertThat(potassium.evidence()).extracting(Evidence::contribution).containsOnly(Evidence.Contribution.CONTEXT);
	}

	@Test
	void saysMetForALowResultAndThatANewerOneMayExist() {
		Assessment assessment = assess(SampleChart.chart()
			.result("2823-3", "3.1", "mmol/L")
			.ended(Part.LABORATORY, ReadOutcome.TRUNCATED)
			.build());

		CauseFinding potassium = cause(assessment, "low-potassium");
		assertThat(potassium.verdict()).isEqualTo(Verdict.MET);
		assertThat(potassium.reasons()).anyMatch(IncompleteChartTests::saysThatANewerMayExist);
	}

	@Test
	void doesNotCallAResultNeverMeasuredWhenNotAllWereRead() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.LABORATORY, ReadOutcome.FAILED).build());

		assertThat(cause(assessment, "low-magnesium").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(assessment.gaps()).extracting(Gap::why)
			.noneMatch(ResultReason::isNotMeasured)
			.contains(CommonReason.notRead(Part.LABORATORY));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "OK", "EMPTY" })
	void saysBesideAQuestionThatTheSocialHistoryWasNotRead(ReadOutcome outcome) {
		Assessment read = assess(SampleChart.chart().build());
		Assessment unread = assess(SampleChart.chart().ended(Part.SOCIAL_HISTORY, outcome).build());

		assertThat(cause(read, "caffeine").reasons()).hasSize(1);
		assertThat(cause(unread, "caffeine").verdict()).isEqualTo(Verdict.ASK);
		assertThat(cause(unread, "caffeine").reasons()).hasSize(2)
			.last()
			.isEqualTo(AnswerReason.RECORD_MAY_BE_MISSING.reason(CommonReason.notRead(Part.SOCIAL_HISTORY)));
		assertThat(cause(unread, "stress-anxiety").reasons()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "OK", "EMPTY" })
	void doesNotCallAPregnancyAbsentThatWasNotRead(ReadOutcome outcome) {
		SampleChart chart = SampleChart.chart().result("2601-3", "0.85", "mmol/L");

		assertThat(assess(chart.build()).gaps()).extracting(IncompleteChartTests::what)
			.doesNotContain("Pregnancy status");
		Assessment unread = assess(chart.ended(Part.PREGNANCY, outcome).build());
		assertThat(unread.cautions()).extracting(AlertFinding::id).doesNotContain("pregnancy");
		assertThat(unread.gaps()).contains(Gap.of("Pregnancy status", CommonReason.notRead(Part.PREGNANCY)));
		assertThat(cause(unread, "low-magnesium").reasons())
			.anyMatch((reason) -> Said.of(reason).contains("pregnancy could not be ruled out"));
	}

	@Test
	void asksToLookInTheChartBeforeATestIsOrdered() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.LABORATORY, ReadOutcome.REFUSED).build());

		assertThat(assessment.tests()).filteredOn((test) -> test.id().equals("potassium"))
			.allSatisfy(
					(test) -> assertThat(test.reasons()).anyMatch((reason) -> reason.is(TestReason.CHECK_CHART_FIRST)));
	}

	@Test
	void callsNoTestUrgentForWhatWasNotRead() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.LABORATORY, ReadOutcome.FAILED).build());

		assertThat(assessment.tests()).extracting(TestFinding::urgency).containsOnly(Urgency.ROUTINE);
	}

	@Test
	void doesNotSayThatNothingAsksForATestWhenWhatMightAskWasNotRead() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.PROBLEMS, ReadOutcome.REFUSED).build());

		assertThat(assessment.tests()).filteredOn((test) -> test.id().equals("emg"))
			.singleElement()
			.satisfies((test) -> assertThat(test.reasons()).containsExactly(TestReason.ASKED_BY_UNREAD.reason()));
	}

	@Test
	void asksNothingInPlaceOfReading() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.LABORATORY, ReadOutcome.FAILED).build());

		assertThat(cause(assessment, "dehydration").verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(cause(assessment, "overexertion").verdict()).isEqualTo(Verdict.ASK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "other-medicine", "stimulant-medicine", "caffeine", "als" })
	void saysUnknownOfMedicinesThatWereNotRead(String cause) {
		Assessment assessment = assess(SampleChart.chart().ended(Part.MEDICATIONS, ReadOutcome.FAILED).build());

		assertThat(cause(assessment, cause).verdict()).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void matchesAMedicineOfAListThatWasCutShortAndSaysSo() {
		Assessment assessment = assess(SampleChart.chart()
			.medicine("6901", "methylphenidate")
			.ended(Part.MEDICATIONS, ReadOutcome.TRUNCATED)
			.build());

		CauseFinding stimulant = cause(assessment, "stimulant-medicine");
		assertThat(stimulant.verdict()).isEqualTo(Verdict.MET);
		assertThat(stimulant.reasons()).contains(CommonReason.notRead(Part.MEDICATIONS));
	}

	@Test
	void doesNotCountTwoSerotonergicMedicinesOutOfAListThatWasNotRead() {
		Assessment assessment = assess(SampleChart.chart()
			.medicine("36437", "sertraline")
			.ended(Part.MEDICATIONS, ReadOutcome.TRUNCATED)
			.build());

		assertThat(assessment.cautions()).extracting(AlertFinding::id).doesNotContain("serotonergic-combination");
		assertThat(assessment.gaps()).extracting(IncompleteChartTests::what).contains("Serotonergic medicines");
	}

	@ParameterizedTest
	@ValueSource(strings = { "als", "multiple-sclerosis", "hemiplegic-migraine", "stress-anxiety", "fatigue" })
	void saysUnknownOfProblemsThatWereNotRead(String cause) {
		Assessment assessment = assess(SampleChart.chart().ended(Part.PROBLEMS, ReadOutcome.REFUSED).build());

		assertThat(cause(assessment, cause).verdict()).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void reassuresNobodyWhoseProblemsWereNotRead() {
		Assessment assessment = assess(normal().ended(Part.PROBLEMS, ReadOutcome.FAILED).build());

		assertThat(assess(normal().build()).options()).extracting(OptionFinding::id).contains("reassurance");
		assertThat(assessment.options()).extracting(OptionFinding::id).doesNotContain("reassurance");
		assertThat(assessment.gaps()).extracting(IncompleteChartTests::what).contains("Muscle weakness", "Problems");
	}

	@Test
	void namesWhatCouldNotBeRuledOutBesideAnAdvice() {
		Assessment assessment = assess(SampleChart.chart().ended(Part.PROBLEMS, ReadOutcome.FAILED).build());

		assertThat(assessment.options()).filteredOn((option) -> option.id().equals("hydration"))
			.allSatisfy((option) -> assertThat(option.reasons())
				.anyMatch((reason) -> reason.is(TestReason.CHECK_UNREAD) && Said.of(reason).contains("Heart failure")));
	}

	@ParameterizedTest
	@EnumSource(names = { "LABORATORY", "VITAL_SIGNS" })
	void doesNotCallTheKidneysGoodWhenANewerResultMayExist(Part part) {
		Assessment assessment = assess(kidneys("60").ended(part, ReadOutcome.TRUNCATED).build());

		assertThat(assess(kidneys("60").build()).gaps()).extracting(IncompleteChartTests::what)
			.doesNotContain("Creatinine clearance");
		assertThat(assessment.gaps()).filteredOn((gap) -> what(gap).equals("Creatinine clearance"))
			.extracting(Gap::why)
			.containsExactly(ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(part)));
	}

	@Test
	void saysThatTheWeightWasNotReadInsteadOfNeverMeasured() {
		Assessment assessment = assess(SampleChart.chart()
			.result("2160-0", "1.0", "mg/dL")
			.gabapentin("300")
			.ended(Part.VITAL_SIGNS, ReadOutcome.REFUSED)
			.build());

		assertThat(assessment.gaps()).extracting(IncompleteChartTests::what).doesNotContain("Body weight");
		assertThat(assessment.gaps()).extracting(Gap::why)
			.contains(DoseReason.NOT_CALCULABLE.reason(CommonReason.NAMED.reason("Body weight"),
					CommonReason.notRead(Part.VITAL_SIGNS)));
	}

	@Test
	void keepsADoseAboveTheBandWhenTheMedicinesWereCutShort() {
		Assessment assessment = assess(kidneys("30").ended(Part.MEDICATIONS, ReadOutcome.TRUNCATED).build());

		assertThat(assessment.cautions()).extracting(AlertFinding::id).contains("gabapentin-dose");
	}

	@Test
	void saysNothingOfAWeightThatNobodyNeeds() {
		Assessment assessment = assess(normal().ended(Part.VITAL_SIGNS, ReadOutcome.FAILED).build());

		assertThat(assessment.gaps()).extracting(IncompleteChartTests::what)
			.doesNotContain("Body weight", "Creatinine clearance");
	}

	/** A woman of 40, so that the clearance is a little above her weight. */
	private static SampleChart kidneys(String kilograms) {
		return SampleChart.chart().result("2160-0", "1.0", "mg/dL").weight(kilograms).gabapentin("900");
	}

	private static SampleChart normal() {
		return SampleChart.chart()
			.result("2823-3", "4.2", "mmol/L")
			.result("2000-8", "2.3", "mmol/L")
			.result("1751-7", "42", "g/L")
			.result("2601-3", "0.85", "mmol/L")
			.result("3016-3", "1.9", "mIU/L");
	}

	private static String what(Gap gap) {
		return Said.of(gap.what());
	}

	private static boolean saysThatANewerMayExist(Reason reason) {
		return reason.is(ResultReason.NEWER_RESULT_POSSIBLE) || (reason.is(CommonReason.NOT_KNOWN)
				&& reason.contains(ResultReason.UNLESS_NEWER_RESULT.reason(CommonReason.notRead(Part.LABORATORY))));
	}

	private static Assessment assess(Chart chart) {
		return ASSESSOR.assess(chart, CaseTests.TODAY);
	}

	private static CauseFinding cause(Assessment assessment, String id) {
		return assessment.causes().stream().filter((cause) -> cause.id().equals(id)).findFirst().orElseThrow();
	}

}
