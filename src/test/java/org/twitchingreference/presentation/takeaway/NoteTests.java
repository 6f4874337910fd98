package org.twitchingreference.presentation.takeaway;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.assessment.criteria.AnswerStatus.State;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.oracle.GoldenCharts;
import org.twitchingreference.oracle.GoldenCharts.Golden;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.AssessmentView;
import org.twitchingreference.presentation.Found;
import org.twitchingreference.presentation.Presenter;
import org.twitchingreference.presentation.Samples;
import org.twitchingreference.presentation.takeaway.Note.Paragraph;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The note says what was found and what is not known, on every chart there is; and the
 * handout of the same charts advises what applies.
 */
class NoteTests {

	private static final Texts TEXTS = Samples.texts();

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Assessor ASSESSOR = new Assessor(KnowledgeConfiguration.knowledge());

	static Stream<Golden> charts() {
		return GoldenCharts.all(TODAY);
	}

	@ParameterizedTest
	@MethodSource("charts")
	void saysOfEachChartWhatIsFoundAndWhatIsNotKnown(Golden golden) {
		AssessedChart reading = read(golden);
		AssessmentView presented = new Presenter(TEXTS).present(reading, false);
		Note note = Note.of(reading, presented, Set.of(), TEXTS);

		saysAllThatIsFoundAndAllThatIsNotRead(reading, note);
		considersWhatIsSuggestedAndNothingThatIsWithheld(reading, note);
		callsNothingNormalAndSaysOfEachOpenCauseThatItIs(reading, presented, note);
		namesEachRedFlagThatNobodyAskedFor(reading, note);
		HandoutTests.advisesWhatIsOfferedAndNothingThatIsWithheld(reading);
	}

	private static void saysAllThatIsFoundAndAllThatIsNotRead(AssessedChart reading, Note note) {
		Assessment assessment = reading.assessment();

		assertThat(items(note, "note.critical")).hasSameSizeAs(assessment.critical());
		assertThat(items(note, "note.family"))
			.hasSize((int) assessment.mentions().stream().filter((mention) -> !mention.charted().isEmpty()).count());
		assessment.critical()
			.forEach((one) -> assertThat(items(note, "note.critical"))
				.anyMatch((item) -> item.contains(Wording.within(one.what())) || item.contains(one.what())));
		assessment.critical().forEach((one) -> assertThat(note.text()).contains(one.value()));
		assessment.causes().stream().filter((cause) -> cause.verdict() == Verdict.MET).forEach((cause) -> {
			assertThat(items(note, "note.found")).anyMatch((item) -> says(item, cause.title()));
			cause.evidence()
				.stream()
				.filter((entry) -> entry.contribution() == Contribution.SUPPORTS)
				.forEach((entry) -> assertThat(note.text()).containsIgnoringCase(entry.what()).contains(entry.value()));
		});
		Stream.concat(assessment.redFlags().stream(), assessment.cautions().stream())
			.forEach((alert) -> assertThat(items(note, "note.found")).anyMatch((item) -> says(item, alert.title())));
		assertThat(items(note, "note.not-read"))
			.hasSameSizeAs(reading.chart().parts().stream().filter((part) -> !part.isComplete()).toList());
		assertThat(note.signature()).contains(assessment.contentVersion(), "22 Nov 2026, 18:04")
			.endsWith("Not reviewed by a physician.");
	}

	private static void considersWhatIsSuggestedAndNothingThatIsWithheld(AssessedChart reading, Note note) {
		List<String> considered = Stream.of("note.consider", "note.general")
			.flatMap((heading) -> items(note, heading).stream())
			.map((item) -> item.replaceFirst(" \\((soon|urgent|emergency)\\)$", "")
				.replaceFirst("(?<=its prescriber): .*", ""))
			.toList();

		Stream<String> tests = reading.assessment()
			.tests()
			.stream()
			.filter((test) -> test.status() == TestFinding.Status.SUGGESTED)
			.map(TestFinding::title);
		Stream<String> options = reading.assessment()
			.options()
			.stream()
			.filter((option) -> option.status() == OptionFinding.Status.OFFERED)
			.map(OptionFinding::title);
		assertThat(considered)
			.containsExactlyInAnyOrderElementsOf(Stream.concat(tests, options).map(Wording::within).toList());
	}

	private static void callsNothingNormalAndSaysOfEachOpenCauseThatItIs(AssessedChart reading,
			AssessmentView presented, Note note) {
		List<String> unmeasured = Stream.of("note.not-measured", "note.not-known-measured")
			.flatMap((heading) -> items(note, heading).stream())
			.toList();

		String besideWhatWasRead = note.paragraphs()
			.stream()
			.filter((one) -> !Stream.of("note.found", "note.against").map(TEXTS::get).toList().contains(one.heading()))
			.map(Paragraph::text)
			.collect(Collectors.joining("\n"));
		assertThat(besideWhatWasRead).doesNotContainIgnoringCase(" normal");
		presented.notKnown()
			.causes()
			.forEach((row) -> assertThat(row.unmeasured() ? unmeasured : items(note, "note.not-known"))
				.anyMatch((item) -> row.unmeasured() ? row.brief().contains(item) : item.startsWith(row.title())));
		reading.assessment()
			.causes()
			.stream()
			.filter((cause) -> cause.verdict() == Verdict.UNKNOWN)
			.forEach((cause) -> assertThat(items(note, "note.against"))
				.noneMatch((item) -> item.startsWith(cause.title())));
	}

	private static void namesEachRedFlagThatNobodyAskedFor(AssessedChart reading, Note note) {
		List<String> notAsked = items(note, "note.not-asked");

		assertThat(notAsked).containsAll(reading.assessment()
			.questions()
			.stream()
			.filter(QuestionFinding::leavesRedFlagOpen)
			.map((one) -> Wording.within(one.redFlag().orElseThrow()))
			.toList());
	}

	@Test
	void saysTheNegativesThatWereAsked() {
		AssessedChart reading = Samples.reading()
			.with(Found.question("weakness", "Weakness", State.ANSWERED),
					Found.question("wasting", "Muscle wasting", State.ANSWERED),
					Found.question("pain", "Pain", State.NOT_ASKED),
					Found.question("numbness", "Numbness", State.UNCLEAR))
			.build();

		Note note = note(reading, Set.of());

		assertThat(note.text()).contains("Asked: no weakness or wasting; ", "Any numbness? ",
				"Not asked: pain; numbness.");
		assertThat(reading.assessment().questions()).extracting(QuestionFinding::asked)
			.extracting(AnswerStatus::state)
			.contains(State.UNCLEAR);
	}

	@Test
	void leavesOutWhatWasPutAside() {
		AssessedChart reading = Samples.reading()
			.with(Found.option("medicine-review", "Review furosemide", OptionFinding.Status.OFFERED),
					Found.option("rest", "Rest", OptionFinding.Status.OFFERED))
			.build();

		assertThat(note(reading, Set.of("medicine-review")).text()).contains("rest").doesNotContain("furosemide");
	}

	@Test
	void saysFirstWhatIsNotRead() {
		AssessedChart reading = Samples.reading()
			.part(Part.PROBLEMS, ReadOutcome.REFUSED, "Refused.")
			.part(Part.LABORATORY, ReadOutcome.OK, "Some.",
					new PartRead.Unreadable("Observation/1", Found.stated("damaged")))
			.build();

		assertThat(note(reading, Set.of()).text()).contains(
				"Not read, so what is not found may still be in the chart: problems; laboratory results (only some).");
	}

	@Test
	void keepsWhatTheChartSaysOnItsLine() {
		AssessedChart reading = Samples.reading()
			.with(Found.met("low-potassium", "Low\npotassium", Urgency.ROUTINE, Strength.STRONG,
					Found.result("Potassium\r\nFrom the Muscle", "3.1", "mmol/L", 3,
							Found.report("3.5", "5.1", "mmol/L"))))
			.build();

		assertThat(items(note(reading, Set.of()), "note.found")).singleElement(InstanceOfAssertFactories.STRING)
			.startsWith("Low potassium")
			.contains("Potassium From the Muscle 3.1 mmol/L, 19 Nov 2026")
			.doesNotContain("\n", "\r");
	}

	private static boolean says(String item, String title) {
		return item.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT));
	}

	private static List<String> items(Note note, String heading) {
		return note.paragraphs()
			.stream()
			.filter((paragraph) -> paragraph.heading().equals(TEXTS.get(heading)))
			.flatMap((Paragraph paragraph) -> paragraph.items().stream())
			.toList();
	}

	private static Note note(AssessedChart reading, Set<String> putAside) {
		return Note.of(reading, new Presenter(TEXTS).present(reading, false), putAside, TEXTS);
	}

	private static AssessedChart read(Golden golden) {
		Chart chart = BundleChart.from(golden.bundle().getBytes(StandardCharsets.UTF_8));
		return new AssessedChart(chart, ASSESSOR.assess(chart, TODAY), TODAY.atTime(18, 4).atZone(ZoneOffset.UTC));
	}

}
