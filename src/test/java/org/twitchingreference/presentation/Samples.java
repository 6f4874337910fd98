package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.results.Trend;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.words.Texts;

import org.springframework.context.support.ResourceBundleMessageSource;

/** Builds readings to show; every word of theirs is made up. */
public final class Samples {

	public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final List<CriticalFinding> critical = new ArrayList<>();

	private final List<CauseFinding> causes = new ArrayList<>();

	private final List<AlertFinding> redFlags = new ArrayList<>();

	private final List<AlertFinding> cautions = new ArrayList<>();

	private final List<TestFinding> tests = new ArrayList<>();

	private final List<OptionFinding> options = new ArrayList<>();

	private final List<Gap> gaps = new ArrayList<>();

	private final List<Trend> trends = new ArrayList<>();

	private final List<QuestionFinding> questions = new ArrayList<>();

	private final List<PartRead> parts = new ArrayList<>();

	private Person patient = new Person("Patient/p1", "Martin Keller", Optional.of(Found.day(TODAY.minusYears(74))),
			Optional.of("male"));

	private Samples() {
	}

	/** The real words of the pages. */
	public static Texts texts() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return new Texts(messages);
	}

	public static Samples reading() {
		return new Samples();
	}

	public Samples of(Person patient) {
		this.patient = patient;
		return this;
	}

	public Samples with(CauseFinding... causes) {
		this.causes.addAll(Arrays.asList(causes));
		return this;
	}

	public Samples flagged(AlertFinding... redFlags) {
		this.redFlags.addAll(Arrays.asList(redFlags));
		return this;
	}

	public Samples cautioned(AlertFinding... cautions) {
		this.cautions.addAll(Arrays.asList(cautions));
		return this;
	}

	public Samples with(TestFinding... tests) {
		this.tests.addAll(Arrays.asList(tests));
		return this;
	}

	public Samples with(OptionFinding... options) {
		this.options.addAll(Arrays.asList(options));
		return this;
	}

	public Samples with(Trend... trends) {
		this.trends.addAll(Arrays.asList(trends));
		return this;
	}

	public Samples with(QuestionFinding... questions) {
		this.questions.addAll(Arrays.asList(questions));
		return this;
	}

	public Samples with(Gap... gaps) {
		this.gaps.addAll(Arrays.asList(gaps));
		return this;
	}

	public Samples part(Part part, ReadOutcome outcome, String why, PartRead.Unreadable... unreadable) {
		this.parts.add(new PartRead(part, outcome, 0, 1, Found.why(why), List.of(unreadable)));
		return this;
	}

	public Samples part(PartRead part) {
		this.parts.add(part);
		return this;
	}

	public AssessedChart build() {
		List<PartRead> all = new ArrayList<>(this.parts);
		Arrays.stream(Part.values())
			.filter((part) -> this.parts.stream().noneMatch((read) -> read.part() == part))
			.forEach((part) -> all.add(new PartRead(part, ReadOutcome.OK, 3, 1, Optional.empty(), List.of())));
		Chart chart = new Chart(this.patient, List.of(), List.of(), List.of(), List.of(), all);
		Assessment assessment = new Assessment(TODAY, "1.0.0", this.patient, Urgency.ROUTINE, this.critical,
				this.causes, this.redFlags, this.tests, this.options, this.cautions, this.gaps, this.questions,
				List.of(), this.trends, Found.TWITCHING);
		return new AssessedChart(chart, assessment, TODAY.atTime(14, 2).atZone(ZoneOffset.UTC));
	}

}
