package org.twitchingreference.sidebar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Evidence;
import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Gap;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.TestFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Person;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

import org.springframework.context.support.ResourceBundleMessageSource;

/** Builds readings to show; every word of theirs is made up. */
final class Samples {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	static final Source DOCUMENT = new Source("S22", "Low potassium can make muscles twitch.", "", Support.DOCUMENT);

	static final Source READ = new Source("C13", "A guideline on potassium, 2019", "https://example.org/potassium",
			Support.VERIFIED);

	static final Source SECONDARY = new Source("C02", "A guideline on referral, 2019", "", Support.VERIFIED_SECONDARY);

	static final Source UNVERIFIED = new Source("C31", "A case series, 1998", "javascript:alert(1)",
			Support.NOT_VERIFIED);

	private final List<CauseFinding> causes = new ArrayList<>();

	private final List<AlertFinding> redFlags = new ArrayList<>();

	private final List<AlertFinding> cautions = new ArrayList<>();

	private final List<TestFinding> tests = new ArrayList<>();

	private final List<OptionFinding> options = new ArrayList<>();

	private final List<Gap> gaps = new ArrayList<>();

	private final List<PartRead> parts = new ArrayList<>();

	private Person patient = new Person("Patient/p1", "Martin Keller", Optional.of(day(TODAY.minusYears(74))),
			Optional.of("male"));

	private Samples() {
	}

	/** The real words of the pages. */
	static Texts texts() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		return new Texts(messages);
	}

	static Samples reading() {
		return new Samples();
	}

	static ChartTime day(LocalDate day) {
		return span(day, day);
	}

	static ChartTime month(YearMonth month) {
		return span(month.atDay(1), month.atEndOfMonth());
	}

	static ChartTime span(LocalDate first, LocalDate last) {
		return new ChartTime(first.atStartOfDay().toInstant(ZoneOffset.UTC),
				last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1), first, last);
	}

	static Evidence result(String what, String value, String unit, int daysAgo, String range) {
		return new Evidence("Observation/o1", what, value, unit, Optional.of(day(TODAY.minusDays(daysAgo))), range,
				Contribution.SUPPORTS, "");
	}

	static Evidence entry(String what, Contribution contribution, String remark) {
		return new Evidence("MedicationRequest/m1", what, "", "", Optional.empty(), "", contribution, remark);
	}

	static CauseFinding cause(String id, String title, Verdict verdict) {
		return cause(id, title, verdict, Urgency.ROUTINE, Optional.empty());
	}

	static CauseFinding met(String id, String title, Urgency urgency, Strength strength, Evidence... evidence) {
		return cause(id, title, Verdict.MET, urgency, Optional.of(strength), evidence);
	}

	static CauseFinding cause(String id, String title, Verdict verdict, Urgency urgency, Optional<Strength> strength,
			Evidence... evidence) {
		return new CauseFinding(id, title, "The rule for " + id + ".", verdict, strength, urgency, List.of(evidence),
				List.of("The reason for " + id + "."), List.of(DOCUMENT));
	}

	static AlertFinding alert(String id, String title, Urgency urgency, Evidence... evidence) {
		return new AlertFinding(id, title, "The rule for " + id + ".", urgency, List.of(evidence),
				List.of("The reason for " + id + "."), List.of(SECONDARY));
	}

	static TestFinding test(String id, String title, TestFinding.Status status, Urgency urgency) {
		return new TestFinding(id, title, status, urgency, List.of("The reason for " + id + "."), List.of(READ));
	}

	static OptionFinding option(String id, String title, OptionFinding.Status status, String... cautions) {
		return new OptionFinding(id, title, "The advice on " + id + ".", status, List.of("The reason for " + id + "."),
				List.of(cautions), List.of(DOCUMENT, UNVERIFIED));
	}

	Samples of(Person patient) {
		this.patient = patient;
		return this;
	}

	Samples with(CauseFinding... causes) {
		this.causes.addAll(Arrays.asList(causes));
		return this;
	}

	Samples flagged(AlertFinding... redFlags) {
		this.redFlags.addAll(Arrays.asList(redFlags));
		return this;
	}

	Samples cautioned(AlertFinding... cautions) {
		this.cautions.addAll(Arrays.asList(cautions));
		return this;
	}

	Samples with(TestFinding... tests) {
		this.tests.addAll(Arrays.asList(tests));
		return this;
	}

	Samples with(OptionFinding... options) {
		this.options.addAll(Arrays.asList(options));
		return this;
	}

	Samples with(Gap... gaps) {
		this.gaps.addAll(Arrays.asList(gaps));
		return this;
	}

	Samples part(Part part, ReadOutcome outcome, String why, PartRead.Unreadable... unreadable) {
		this.parts.add(new PartRead(part, outcome, 0, 1, why, List.of(unreadable)));
		return this;
	}

	Reading build() {
		List<PartRead> all = new ArrayList<>(this.parts);
		Arrays.stream(Part.values())
			.filter((part) -> this.parts.stream().noneMatch((read) -> read.part() == part))
			.forEach((part) -> all.add(new PartRead(part, ReadOutcome.OK, 3, 1, "", List.of())));
		Chart chart = new Chart(this.patient, List.of(), List.of(), List.of(), all);
		Assessment assessment = new Assessment(TODAY, "1.0.0", this.patient, Urgency.ROUTINE, this.causes,
				this.redFlags, this.tests, this.options, this.cautions, this.gaps);
		return new Reading(chart, assessment, TODAY.atTime(14, 2).atZone(ZoneOffset.UTC));
	}

}
