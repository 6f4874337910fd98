package org.twitchingreference.presentation.cards;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.sandbox.chart.ChartDates;

import static org.assertj.core.api.Assertions.assertThat;

/** One card for each analyte or medicine, from charts as the sandbox shows them. */
class CardsTests {

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	@Test
	void putTheUrgentFirstAndRepeatNoneOfItBelow() {
		Cards cards = cards(Samples.reading()
			.with(Found.met("a", "Calcium", Urgency.URGENT, Strength.STRONG),
					Found.met("b", "Caffeine", Urgency.ROUTINE, Strength.WEAK))
			.flagged(Found.alert("weakness", "Weakness", Urgency.EMERGENCY), Found.alert("pain", "Pain", Urgency.SOON))
			.cautioned(Found.alert("child", "Child", Urgency.ROUTINE))
			.build());

		assertThat(cards.urgent()).extracting(Card::title).containsExactly("Calcium");
		assertThat(cards.urgentFlags()).extracting(FindingRow::title).containsExactly("Weakness");
		assertThat(cards.supported()).extracting(Card::title).containsExactly("Caffeine");
		assertThat(cards.supportedAbove()).containsExactly("Calcium");
		assertThat(cards.redFlags()).extracting(FindingRow::title).containsExactly("Pain");
		assertThat(cards.cautions()).extracting(Card::title).containsExactly("Child");
	}

	@Test
	void haveTheCauseAndTheCautionsOfAMedicineOnOneCard() throws IOException {
		Cards cards = cards(chart("kidney-disease-gabapentin"));

		assertThat(cards.supported()).singleElement()
			.satisfies(
					(card) -> assertThat(card.parts()).extracting((part) -> part.mark().cause() + part.mark().caution())
						.containsExactlyInAnyOrder("other-medicine", "gabapentin-dose", "gabapentinoid-respiratory",
								"abrupt-stop"));
		Card card = cards.supported().get(0);
		assertThat(card.title()).isEqualTo("Gabapentin 2,700 mg a day");
		assertThat(card.parts().stream().map(card::others))
			.filteredOn((line) -> line.toLowerCase(Locale.ROOT).contains("gabapentin"))
			.as("said once")
			.hasSize(1);
		assertThat(cards.cautions()).extracting((other) -> other.parts().get(0).mark().caution())
			.containsExactly("potassium-with-raas-or-ckd");
	}

	@Test
	void haveACautionForItsResultOnTheCardOfThatResult() throws IOException {
		Cards cards = cards(chart("heart-failure-low-sodium"));

		assertThat(cards.urgent()).singleElement()
			.satisfies(
					(card) -> assertThat(card.parts()).extracting((part) -> part.mark().cause() + part.mark().caution())
						.containsExactly("low-potassium", "digoxin-electrolytes"));
		assertThat(cards.supportedAbove()).containsExactly("Low potassium");
	}

	@Test
	void leadWithACriticalValueAndWhatGoesWithIt() throws IOException {
		AssessedChart chart = chart("high-potassium");
		Card card = cards(chart).urgent().get(0);

		assertThat(new Presenter(Samples.texts()).present(chart, false).headline().sentence())
			.isEqualTo("Potassium 6.2 mmol/L: critical");
		assertThat(card.title()).isEqualTo("Potassium 6.2 mmol/L");
		assertThat(card.critical().orElseThrow().facts()).startsWith("Yesterday, ");
		assertThat(card.parts()).extracting((part) -> part.mark().caution()).contains("high-potassium");
		assertThat(card.parts())
			.noneSatisfy((part) -> assertThat(card.others(part)).containsIgnoringCase("potassium 6.2"));
		assertThat(card.parts().get(0).others()).as("what the other tests compare with")
			.containsIgnoringCase("potassium 6.2");
		assertThat(card.sources()).doesNotHaveDuplicates().isNotEmpty();
	}

	@Test
	void showHowAnAnalyteWentBesideTheRangeOfTheNewest() throws IOException {
		TrendChart trend = cards(chart("low-potassium-diuretic")).supported().get(0).trend().orElseThrow();

		assertThat(trend.analyte()).isEqualTo("potassium");
		assertThat(trend.dots()).hasSizeBetween(2, 6);
		assertThat(trend.last().label()).isEqualTo("3.1");
		assertThat(trend.last().x()).isGreaterThan(trend.first().x());
		assertThat(trend.last().y()).as("below the range")
			.isGreaterThan(trend.band().orElseThrow().y() + trend.band().orElseThrow().height());
		assertThat(trend.words()).startsWith("Potassium: ").endsWith("3.1 mmol/L (19 Nov)");
		assertThat(trend.newestFirst()).first().isEqualTo(trend.last());
	}

	@Test
	void showADoseBesideWhatTheLabelGives() throws IOException {
		DoseBar dose = cards(chart("kidney-disease-gabapentin")).supported()
			.get(0)
			.parts()
			.stream()
			.flatMap((part) -> part.dose().stream())
			.findFirst()
			.orElseThrow();

		assertThat(dose.words()).isEqualTo("Gabapentin: 2,700 mg a day; label 200\u2013700 mg a day");
		assertThat(dose.axis()).isEqualTo("3,000 mg a day");
		assertThat(dose.dose()).isGreaterThan(dose.low() + dose.width()).isLessThan(312);
		assertThat(dose.measure()).isEqualTo("Creatinine clearance 21.5 mL/min");
	}

	@Test
	void showOfACauseItsResultAndWhatContributesInOneLine() {
		FindingRow row = cards(Samples.reading()
			.with(Found.met("a", "Low potassium", Urgency.ROUTINE, Strength.STRONG,
					Found.entry("furosemide 40 MG Oral Tablet", Contribution.CONTEXT, "can lower potassium"),
					Found.result("Potassium", "3.1", "mmol/L", 3, Found.report("3.5", "5.1", "mmol/L"))))
			.build()).supported().get(0).parts().get(0);

		assertThat(row.face()).isEqualTo(new FindingFace("",
				List.of(new EvidenceRow("result", "Potassium", "3.1 mmol/L", "",
						"3 days ago, 19 Nov \u00b7 range 3.5-5.1 (report)")),
				List.of("furosemide: can lower potassium"), "The reason for a."));
		assertThat(row.why().rule()).isEqualTo("The rule for a.");
		assertThat(row.why().evidence()).hasSize(2);
	}

	@Test
	void areCalledByTheMedicineOnlyWhereEachWayToACauseNeedsOne() throws IOException {
		assertThat(cards(chart("known-als")).supported()).extracting(Card::title)
			.contains("ALS or motor neurone disease");
	}

	@Test
	void showTheFirstTwoEntriesOfWhatIsNotUrgentAndSayHowManyMore() {
		Evidence[] medicines = Stream.of("a", "b", "c", "d")
			.map((name) -> Found.entry(name, Contribution.SUPPORTS, name))
			.toArray(Evidence[]::new);
		Cards cards = cards(Samples.reading()
			.cautioned(Found.alert("routine", "Routine", Urgency.ROUTINE, medicines))
			.cautioned(Found.alert("urgent", "Urgent", Urgency.URGENT, medicines))
			.build());

		assertThat(cards.all().stream().flatMap((card) -> card.parts().stream()))
			.extracting(FindingRow::title, FindingRow::others)
			.containsExactlyInAnyOrder(Tuple.tuple("Urgent", "a; b; c; d"), Tuple.tuple("Routine", "a; b; 2 more"));
	}

	@Test
	void sayOfAnAlertWhatToDoAndFoldItsRule() {
		FindingRow row = cards(Samples.reading()
			.cautioned(Found.alert("dose", "Dose", Urgency.ROUTINE,
					Found.result("eGFR", "24", "mL/min/1.73m2", 4, Found.report("60", "120", "mL/min/1.73m2"))))
			.build()).cautions().get(0).parts().get(0);

		assertThat(row.face()).isEqualTo(
				new FindingFace("The advice for dose.", List.of(), List.of("eGFR 24 mL/min/1.73m2 (18 Nov)"), ""));
		assertThat(row.why().rule()).isEqualTo("The rule for dose.");
		assertThat(row.why().reasons()).isEqualTo("The reason for dose.");
	}

	@Test
	void sayTheReasonOfAnAlertThatRestsOnNoEntry() {
		FindingRow row = cards(Samples.reading().cautioned(Found.alert("child", "Child", Urgency.ROUTINE)).build())
			.cautions()
			.get(0)
			.parts()
			.get(0);

		assertThat(row.face().reasons()).isEqualTo("The reason for child.");
	}

	@Test
	void keepAResultOfSomethingElseOutOfTheCardOfAMedicine() {
		Cards cards = cards(Samples.reading()
			.with(Found.met("medicine", "Medicine", Urgency.ROUTINE, Strength.POSSIBLE,
					Found.entry("gabapentin", Contribution.SUPPORTS, "in use"),
					Found.result("eGFR", "24", "mL/min", 4, RangeUsed.NONE)))
			.cautioned(Found.alert("kidneys", "Kidneys", Urgency.ROUTINE,
					Found.result("eGFR", "24", "mL/min", 4, RangeUsed.NONE)))
			.build());

		assertThat(cards.cautions()).hasSize(1);
	}

	private static Cards cards(AssessedChart reading) {
		return new Presenter(Samples.texts()).present(reading, false).cards();
	}

	private static AssessedChart chart(String name) throws IOException {
		String json = Files.readString(Path.of("src/test/resources/charts", name + ".json"));
		Chart chart = BundleChart.from(ChartDates.replace(json, Samples.TODAY).getBytes(StandardCharsets.UTF_8));
		return new AssessedChart(chart, ASSESSOR.assess(chart, Samples.TODAY),
				Samples.TODAY.atStartOfDay(ZoneOffset.UTC));
	}

}
