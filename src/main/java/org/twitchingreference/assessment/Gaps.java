package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.Answer;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Knowledge;

/**
 * Collects what is not known: what was not read, not understood, not recognised, not
 * measured.
 */
final class Gaps {

	/** How many single entries of one kind are named; the rest is only counted. */
	static final int NAMED = 10;

	private final Facts facts;

	private final Knowledge knowledge;

	private final ResultGaps results;

	private final Unrecognised unrecognised;

	private final Set<Gap> gaps = new LinkedHashSet<>();

	Gaps(Facts facts, Knowledge knowledge, Results results) {
		this.facts = facts;
		this.knowledge = knowledge;
		this.results = new ResultGaps(facts, knowledge, results);
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
		this.results.aboutOthers().forEach(this.gaps::add);
		this.results.ofOtherSpecimens().forEach(this.gaps::add);
		this.unrecognised.orders().ifPresent(this.gaps::add);
		this.results.preliminary().forEach(this.gaps::add);
		causes.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.forEach((outcome) -> this.gaps.addAll(outcome.gaps()));
		this.results.setAside().forEach(this.gaps::add);
		this.results.unreadReports().forEach(this.gaps::add);
		this.results.notUnderstood().forEach(this.gaps::add);
		alerts.stream()
			.filter((outcome) -> outcome.is(Truth.OPEN))
			.flatMap((outcome) -> outcome.gaps().stream())
			.filter((gap) -> !ResultReason.isNotMeasured(gap.why()) && !this.unrecognised.isCovered(gap))
			.forEach(this.gaps::add);
		this.unrecognised.outside(this.knowledge.medicines()).ifPresent(this.gaps::add);
		datedLater();
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

	/**
	 * A chart assessed as of an earlier day: what it lists now may not have been true
	 * then.
	 */
	private void datedLater() {
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
