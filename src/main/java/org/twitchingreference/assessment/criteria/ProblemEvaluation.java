package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.ProblemFact;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemActive;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemOrdered;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemRepeated;

/** Decides conditions on the problem list. */
final class ProblemEvaluation {

	private static final Outcome NOT_LISTED = Outcome.fails(List.of(), ProblemReason.NOT_ON_PROBLEM_LIST.reason());

	private static final Outcome DENIED = Outcome.fails(List.of(), ProblemReason.NO_KNOWN_PROBLEMS.reason());

	private final Facts facts;

	ProblemEvaluation(Facts facts) {
		this.facts = facts;
	}

	Outcome active(ProblemActive criterion) {
		List<ProblemFact> listed = this.facts.problems().active(criterion.problems());
		if (criterion.withinDays().isPresent() && !listed.isEmpty()) {
			listed = listed.stream()
				.filter((fact) -> isRecent(fact.problem(), criterion.withinDays().getAsInt()))
				.toList();
		}
		List<ProblemFact> confirmed = listed.isEmpty() ? listed : ProblemFact.confirmed(listed, criterion.problems());
		if (!confirmed.isEmpty()) {
			return holds(criterion.meaning(), evidence(confirmed, criterion.problems(), Optional.empty()));
		}
		if (!listed.isEmpty()) {
			return unconfirmed(listed, criterion.problems());
		}
		List<ProblemFact> earlier = criterion.lasting() ? this.facts.problems().everListed(criterion.problems())
				: List.of();
		return !earlier.isEmpty() ? noLonger(earlier, criterion.problems()) : notListed(criterion.problems(), this.facts
			.problems()
			.unrecognised()
			.stream()
			.filter((problem) -> problem.active()
					&& (criterion.withinDays().isEmpty() || isRecent(problem, criterion.withinDays().getAsInt())))
			.toList());
	}

	private static Outcome holds(Meaning meaning, List<Evidence> evidence) {
		return Outcome.holds(meaning.strength(), meaning.urgency(), evidence, CommonReason.stated(meaning.reason()));
	}

	private static Outcome noLonger(List<ProblemFact> earlier, CodeSet set) {
		Reason why = ProblemReason.LISTED_NOT_ACTIVE.reason();
		return Outcome.open(Doubt.UNCONFIRMED, evidence(earlier, set, Optional.of(why)), Gap.of(set.title(), why));
	}

	private static Outcome unconfirmed(List<ProblemFact> listed, CodeSet set) {
		boolean past = listed.stream().allMatch(ProblemFact::isPast);
		Reason why = past ? ProblemReason.LISTED_AS_PAST.reason() : ProblemReason.LISTED_NOT_CONFIRMED.reason();
		return Outcome.open(Doubt.UNCONFIRMED,
				evidence(listed, set, Optional.of(past ? why : CommonReason.NOT_CONFIRMED.reason())),
				Gap.of(set.title(), why));
	}

	Outcome ordered(ProblemOrdered criterion) {
		List<Evidence> orders = this.facts.activeOrders(criterion.problems())
			.stream()
			.map((order) -> Evidence.entry(order.reference(), order.name(), order.time(), Contribution.SUPPORTS,
					criterion.problems().containsAny(order.codes()) ? Optional.empty() : named(Optional.empty())))
			.toList();
		if (!orders.isEmpty()) {
			return holds(criterion.meaning(), orders);
		}
		return this.facts.isComplete(Part.ORDERS) ? Outcome.FAILS : Outcome.open(Doubt.NOT_READ, List.of(),
				Gap.of(criterion.problems().title(), CommonReason.notRead(Part.ORDERS)));
	}

	Outcome repeated(ProblemRepeated criterion) {
		List<ProblemFact> facts = ProblemFact.confirmed(this.facts.problems().all(), criterion.problems());
		List<Problem> listed = facts.stream().map(ProblemFact::problem).toList();
		if (areApart(listed, criterion.daysApart())) {
			return holds(criterion.meaning(), evidence(facts, criterion.problems(), Optional.empty()));
		}
		List<Problem> perhaps = this.facts.problems().unrecognised().stream().filter(Problem::confirmed).toList();
		boolean possible = areApart(Stream.concat(listed.stream(), perhaps.stream()).toList(), criterion.daysApart());
		return notListed(criterion.problems(), possible ? perhaps : List.of());
	}

	private static boolean areApart(List<Problem> problems, int days) {
		List<ChartTime> times = problems.stream().flatMap((problem) -> problem.recorded().stream()).toList();
		Optional<LocalDate> first = times.stream().map(ChartTime::lastDay).min(LocalDate::compareTo);
		Optional<LocalDate> last = times.stream().map(ChartTime::firstDay).max(LocalDate::compareTo);
		return first.isPresent() && !last.orElseThrow().isBefore(first.get().plusDays(days));
	}

	/** A problem that could be any is treated like one that was not read. */
	private Outcome notListed(CodeSet set, List<Problem> perhaps) {
		if (!this.facts.isComplete(Part.PROBLEMS)) {
			return Outcome.open(this.facts.doubt(Part.PROBLEMS), List.of(),
					Gap.of(set.title(), CommonReason.notRead(Part.PROBLEMS)));
		}
		Outcome absent = this.facts.isDenied(Part.PROBLEMS) ? DENIED : NOT_LISTED;
		return perhaps.isEmpty() ? absent : Outcome.open(Doubt.UNRECOGNISED, List.of(),
				Gap.of(set.title(), ProblemReason.MAY_BE_UNRECOGNISED_PROBLEM.reason()));
	}

	/**
	 * An active problem without a date counts: leaving it out could hide a red flag.
	 */
	private boolean isRecent(Problem problem, int days) {
		return problem.recorded()
			.map((time) -> !time.lastDay().isBefore(this.facts.asOf().minusDays(days)))
			.orElse(true);
	}

	private static List<Evidence> evidence(List<ProblemFact> facts, CodeSet set, Optional<Reason> remark) {
		return facts.stream()
			.map((fact) -> Evidence.entry(fact.problem().reference(), name(fact.problem(), set),
					fact.problem().recorded(), Contribution.SUPPORTS, fact.isNamed(set) ? named(remark) : remark))
			.toList();
	}

	private static String name(Problem problem, CodeSet set) {
		return BareCode.named(problem.name(), problem.codes(), set.title());
	}

	private static Optional<Reason> named(Optional<Reason> remark) {
		return CommonReason.joined(Stream.concat(Stream.of(CommonReason.MATCHED_BY_NAME.reason()), remark.stream()));
	}

}
