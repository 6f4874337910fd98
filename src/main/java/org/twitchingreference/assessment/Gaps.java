package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.ResultUse;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity.Trace;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Collects what is not known: what was not read, not understood, not recognised, not
 * measured.
 */
final class Gaps {

	/** How many single entries of one kind are named before the rest is only counted. */
	private static final int NAMED = 10;

	private final Facts facts;

	private final Knowledge knowledge;

	private final Results results;

	private final Unrecognised unrecognised;

	private final Set<Gap> gaps = new LinkedHashSet<>();

	Gaps(Facts facts, Knowledge knowledge, Results results) {
		this.facts = facts;
		this.knowledge = knowledge;
		this.results = results;
		this.unrecognised = new Unrecognised(facts);
	}

	/**
	 * For every open cause; for open red flags and cautions only if there was something
	 * to look at.
	 */
	List<Gap> of(List<Outcome> causes, List<Outcome> alerts) {
		this.facts.chart().parts().stream().filter((read) -> read.part().isFoundation()).forEach(this::part);
		unreadAnswers();
		this.gaps.addAll(this.unrecognised.gaps());
		this.gaps.addAll(new UnrecognisedResults(this.facts, this.knowledge).gaps());
		aboutOthers();
		ofOtherSpecimens();
		unrecognisedOrders();
		preliminary();
		causes.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.forEach((outcome) -> this.gaps.addAll(outcome.gaps()));
		setAside();
		unreadReports();
		notUnderstood();
		alerts.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.flatMap((outcome) -> outcome.gaps().stream())
			.filter((gap) -> !ResultReason.isNotMeasured(gap.why()) && !this.unrecognised.isSaid(gap))
			.forEach(this.gaps::add);
		this.unrecognised.outside(this.knowledge.medicines()).ifPresent(this.gaps::add);
		later();
		return List.copyOf(this.gaps);
	}

	private void part(PartRead part) {
		Reason what = GapSubject.CHART_PART.reason(part.part());
		if (!part.outcome().isComplete()) {
			this.gaps.add(new Gap(what, part.why().orElseGet(ReadReason.NEVER_ASKED_FOR::reason)));
		}
		part.unreadable()
			.stream()
			.limit(NAMED)
			.forEach((entry) -> this.gaps
				.add(new Gap(GapSubject.PART_ENTRY.reason(what, entry.reference()), entry.why())));
		if (part.unreadable().size() > NAMED) {
			this.gaps.add(new Gap(what, GapReason.FURTHER_ENTRIES.reason(part.unreadable().size() - NAMED)));
		}
	}

	/** Responses to the bedside questions, or possibly to them, that cannot be used. */
	private void unreadAnswers() {
		this.facts.chart()
			.answers()
			.stream()
			.filter(Answer::isUnreadResponse)
			.filter((answer) -> answer.questionnaire().isEmpty()
					|| answer.questionnaire().equals(this.knowledge.bedside().questionnaire()))
			.limit(NAMED)
			.forEach((answer) -> answer.value()
				.unread()
				.ifPresent(
						(why) -> this.gaps.add(new Gap(GapSubject.BEDSIDE_ANSWERS.reason(answer.reference()), why))));
	}

	/** Results that are about somebody or something else than the patient. */
	private void aboutOthers() {
		this.facts.chart()
			.results()
			.stream()
			.filter((result) -> result.about().isPresent() && result.status() != Status.NOT_A_RESULT)
			.limit(NAMED)
			.forEach((result) -> this.gaps.add(Gap.of(result.name(), GapReason.ABOUT_ANOTHER
				.reason(AsWritten.dated(result), result.reference(), result.about().orElse("")))));
	}

	/** Results whose specimen is another than their code or name says. */
	private void ofOtherSpecimens() {
		this.facts.ofOtherSpecimens()
			.stream()
			.filter((result) -> result.status() != Status.NOT_A_RESULT)
			.limit(NAMED)
			.forEach((result) -> this.gaps.add(Gap.of(result.name(), GapReason.OF_OTHER_SPECIMEN
				.reason(AsWritten.dated(result), result.reference(), specimen(result)))));
	}

	private String specimen(LabResult result) {
		return this.knowledge.reports().results().specimen(result.specimens().get(0));
	}

	/**
	 * Active orders with only the EHR's own codes: one may be for a test of this
	 * reference.
	 */
	private void unrecognisedOrders() {
		long orders = this.facts.chart()
			.orders()
			.stream()
			.filter((order) -> order.state() == State.ACTIVE && order.mayBeForTest() && !Trace.isCoded(order.codes()))
			.count();
		if (orders > 0) {
			this.gaps
				.add(Gap.of(GapSubject.UNRECOGNISED_ORDERS, GapReason.ORDERS_WITHOUT_KNOWN_CODE.reason((int) orders)));
		}
	}

	private void preliminary() {
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> this.facts.results(analyte).stream())
			.filter((result) -> result.status() == Status.PRELIMINARY)
			.filter(ResultUse::hasValue)
			.limit(NAMED)
			.forEach((result) -> this.gaps.add(new Gap(GapSubject.PRELIMINARY_RESULT.reason(AsWritten.named(result)),
					GapReason.PRELIMINARY_NOT_MATCHED.reason())));
	}

	private void setAside() {
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> this.results.usable().setAside(analyte).stream())
			.limit(NAMED)
			.forEach(this.gaps::add);
	}

	/** Reports that may be newer than the results that were read. */
	private void unreadReports() {
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> this.facts.results(analyte).stream().anyMatch(Gaps::isInReport))
			.flatMap((analyte) -> this.results.usable().lastKnown(analyte).stream().filter(Gaps::isInReport))
			.map((report) -> new Gap(GapSubject.UNREAD_REPORT.reason(AsWritten.dated(report.name(), report.time())),
					GapReason.REPORT_WITHOUT_RESULTS.reason(report.reference())))
			.distinct()
			.limit(NAMED)
			.forEach(this.gaps::add);
	}

	private static boolean isInReport(LabResult result) {
		return result.status() == Status.IN_REPORT;
	}

	/** Unusable results that perhaps no rule asks for. */
	private void notUnderstood() {
		this.knowledge.analytes()
			.values()
			.stream()
			.filter((analyte) -> analyte.kind() == Analyte.Kind.LABORATORY && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.map((analyte) -> this.results.newest(analyte))
			.filter(NewestResult.Missing.class::isInstance)
			.map((missing) -> ((NewestResult.Missing) missing).gap())
			.filter((gap) -> gap.why().is(ResultReason.RESULT_UNUSABLE))
			.limit(NAMED)
			.forEach(this.gaps::add);
	}

	/**
	 * A chart assessed as of an earlier day: what it lists now may not have been true
	 * then.
	 */
	private void later() {
		LocalDate limit = this.facts.asOf().plusDays(1);
		long later = Stream
			.concat(this.facts.medicines()
				.stream()
				.filter((fact) -> fact.usage() == MedicineUse.IN_USE)
				.flatMap((fact) -> fact.medicine().start().stream()),
					this.facts.chart()
						.problems()
						.stream()
						.filter(Problem::active)
						.flatMap((one) -> one.recorded().stream()))
			.filter((time) -> time.firstDay().isAfter(limit))
			.count();
		if (later > 0) {
			this.gaps
				.add(Gap.of(GapSubject.MEDICINES_AND_PROBLEMS, GapReason.DATED_AFTER_ASSESSMENT.reason((int) later)));
		}
	}

}
