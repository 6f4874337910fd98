package org.twitchingreference.assessment.criteria;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.knowledge.Urgency;

/**
 * Combines the outcomes of several conditions so that what is open never becomes a no
 * (SEMANTICS.md, "Logic").
 */
public final class ThreeValuedLogic {

	private ThreeValuedLogic() {
	}

	/** All hold. If one fails, the first that does decides and is the only reason. */
	public static Outcome all(List<Outcome> outcomes) {
		List<Outcome> failing = with(Truth.FAILS, outcomes);
		if (!failing.isEmpty()) {
			return failing.get(0);
		}
		return isDecided(outcomes) ? Outcome.merge(Truth.HOLDS, outcomes) : undecided(outcomes);
	}

	/** At least one holds. */
	public static Outcome any(List<Outcome> outcomes) {
		List<Outcome> holding = with(Truth.HOLDS, outcomes);
		if (!holding.isEmpty()) {
			return Outcome.merge(Truth.HOLDS, holding);
		}
		return isDecided(outcomes) ? Outcome.merge(Truth.FAILS, outcomes) : undecided(outcomes);
	}

	/** At least this many hold. */
	static Outcome atLeast(int count, List<Outcome> outcomes) {
		List<Outcome> holding = with(Truth.HOLDS, outcomes);
		if (holding.size() >= count) {
			return Outcome.merge(Truth.HOLDS, holding);
		}
		boolean reachable = outcomes.size() - with(Truth.FAILS, outcomes).size() >= count;
		return (reachable && !isDecided(outcomes)) ? undecided(outcomes)
				: Outcome.merge(Truth.FAILS, with(Truth.FAILS, outcomes));
	}

	/** The opposite, without the evidence; open and ask stay as they are. */
	public static Outcome not(Outcome outcome, String reason) {
		return switch (outcome.truth()) {
			case HOLDS -> Outcome.FAILS;
			case FAILS -> Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), CommonReason.stated(reason));
			case OPEN, ASK -> outcome;
		};
	}

	/**
	 * Holds unless the outcome is known to hold. Where the data was not read it stays
	 * open, because what it asks for may be there.
	 */
	public static Outcome unless(Outcome outcome) {
		boolean unread = outcome.is(Truth.OPEN)
				&& EnumSet.of(Doubt.NOT_READ, Doubt.PRESENCE_NOT_READ).contains(outcome.doubt());
		if (unread) {
			return new Outcome(Truth.OPEN, Doubt.PRESENCE_NOT_READ, Optional.empty(), Urgency.ROUTINE, List.of(),
					outcome.reasons(), outcome.gaps(), List.of());
		}
		return outcome.is(Truth.HOLDS) ? Outcome.FAILS
				: Outcome.holds(Optional.empty(), Urgency.ROUTINE, List.of(), List.of());
	}

	/**
	 * Of undecided outcomes: to be asked if one is, otherwise open. But one that is open
	 * because data was not read goes first, because asking does not replace reading.
	 */
	private static Outcome undecided(List<Outcome> outcomes) {
		List<Outcome> open = new ArrayList<>(with(Truth.OPEN, outcomes));
		List<Outcome> asking = with(Truth.ASK, outcomes);
		boolean notRead = open.stream().anyMatch((outcome) -> outcome.doubt() == Doubt.NOT_READ);
		if (!asking.isEmpty() && !notRead) {
			return Outcome.merge(Truth.ASK, asking);
		}
		open.addAll(asking);
		return Outcome.merge(Truth.OPEN, open);
	}

	private static boolean isDecided(List<Outcome> outcomes) {
		for (Outcome outcome : outcomes) {
			if (!outcome.is(Truth.HOLDS) && !outcome.is(Truth.FAILS)) {
				return false;
			}
		}
		return true;
	}

	static List<Outcome> with(Truth truth, List<Outcome> outcomes) {
		List<Outcome> found = new ArrayList<>();
		for (Outcome outcome : outcomes) {
			if (outcome.is(truth)) {
				found.add(outcome);
			}
		}
		return found;
	}

}
