package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.Evidence.Contribution;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Criterion.ProblemActive;
import org.twitchingreference.knowledge.Criterion.ProblemRepeated;

/** Decides conditions on the problem list. */
final class ProblemEvaluation {

	private static final Outcome NOT_LISTED = Outcome.fails(List.of(), "not on the problem list that was read");

	private final Facts facts;

	ProblemEvaluation(Facts facts) {
		this.facts = facts;
	}

	Outcome active(ProblemActive criterion) {
		List<Problem> listed = this.facts.activeProblems(criterion.problems());
		if (criterion.withinDays().isPresent() && !listed.isEmpty()) {
			listed = listed.stream().filter((problem) -> isRecent(problem, criterion.withinDays().getAsInt())).toList();
		}
		List<Problem> confirmed = listed.isEmpty() ? listed : listed.stream().filter(Problem::confirmed).toList();
		if (!confirmed.isEmpty()) {
			return Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(), evidence(confirmed, ""),
					List.of(criterion.meaning().reason()));
		}
		if (!listed.isEmpty()) {
			return Outcome.open(Doubt.UNCONFIRMED, evidence(listed, "not confirmed"),
					new Gap(criterion.problems().title(), "listed, but not as a confirmed diagnosis"));
		}
		return notListed(criterion.problems().title());
	}

	Outcome repeated(ProblemRepeated criterion) {
		List<Problem> listed = this.facts.problems()
			.stream()
			.filter((problem) -> criterion.problems().containsAny(problem.codes()) && problem.confirmed())
			.toList();
		List<ChartTime> times = listed.stream().flatMap((problem) -> problem.recorded().stream()).toList();
		Optional<LocalDate> first = times.stream().map(ChartTime::lastDay).min(LocalDate::compareTo);
		Optional<LocalDate> last = times.stream().map(ChartTime::firstDay).max(LocalDate::compareTo);
		boolean apart = first.isPresent() && !last.orElseThrow().isBefore(first.get().plusDays(criterion.daysApart()));
		return apart ? Outcome.holds(criterion.meaning().strength(), criterion.meaning().urgency(),
				evidence(listed, ""), List.of(criterion.meaning().reason())) : notListed(criterion.problems().title());
	}

	private Outcome notListed(String what) {
		return this.facts.isComplete(Part.PROBLEMS) ? NOT_LISTED
				: Outcome.open(Doubt.NOT_READ, List.of(), new Gap(what, Words.notRead(Part.PROBLEMS)));
	}

	/**
	 * A problem that is active and undated counts: leaving it out could hide a red flag.
	 */
	private boolean isRecent(Problem problem, int days) {
		return problem.recorded()
			.map((time) -> !time.lastDay().isBefore(this.facts.asOf().minusDays(days)))
			.orElse(true);
	}

	private static List<Evidence> evidence(List<Problem> problems, String remark) {
		return problems.stream()
			.map((problem) -> new Evidence(problem.reference(), problem.name(), "", "", problem.recorded(), "",
					Contribution.SUPPORTS, remark))
			.toList();
	}

}
