package org.twitchingreference.assessment.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/** What several outcomes rest on, each thing once, with the weightiest doubt. */
final class OutcomeMerge {

	private Doubt doubt = Doubt.NONE;

	private Optional<Strength> strength = Optional.empty();

	private Urgency urgency = Urgency.ROUTINE;

	private final List<Evidence> evidence = new ArrayList<>();

	private final List<Reason> reasons = new ArrayList<>();

	private final List<Gap> gaps = new ArrayList<>();

	private final List<Source> sources = new ArrayList<>();

	OutcomeMerge(List<Outcome> outcomes) {
		outcomes.forEach(this::add);
	}

	/** All of it as one outcome, which has a doubt only if it is open. */
	Outcome as(Truth truth) {
		return new Outcome(truth, (truth == Truth.OPEN) ? this.doubt : Doubt.NONE, this.strength, this.urgency,
				this.evidence, this.reasons, this.gaps, this.sources);
	}

	private void add(Outcome outcome) {
		this.doubt = this.doubt.or(outcome.doubt());
		this.strength = stronger(this.strength, outcome.strength());
		this.urgency = this.urgency.or(outcome.urgency());
		outcome.evidence().stream().filter((one) -> isNew(this.evidence, one)).forEach(this.evidence::add);
		addNew(this.reasons, outcome.reasons());
		addNew(this.gaps, outcome.gaps());
		addNew(this.sources, outcome.sources());
	}

	/**
	 * Whether all are the same object and have this truth value; equal ones are merged in
	 * any case.
	 */
	@SuppressWarnings("ReferenceEquality")
	static boolean isOne(List<Outcome> outcomes, Truth truth) {
		for (Outcome outcome : outcomes) {
			if (outcome != outcomes.get(0)) {
				return false;
			}
		}
		return !outcomes.isEmpty() && outcomes.get(0).is(truth);
	}

	private static Optional<Strength> stronger(Optional<Strength> one, Optional<Strength> other) {
		return (one.isPresent() && other.isPresent()) ? Optional.of(one.get().or(other.get())) : one.or(() -> other);
	}

	/** A result that supports two conditions is listed once. */
	private static boolean isNew(List<Evidence> known, Evidence one) {
		return known.stream()
			.noneMatch((other) -> other.equals(one) || (!one.value().isEmpty() && other.value().equals(one.value())
					&& other.resource().equals(one.resource()) && other.contribution() == one.contribution()
					&& one.range().bounds().isEmpty()));
	}

	private static <T> void addNew(List<T> all, List<T> more) {
		for (T one : more) {
			if (!all.contains(one)) {
				all.add(one);
			}
		}
	}

}
