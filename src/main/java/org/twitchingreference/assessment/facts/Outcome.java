package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/**
 * The outcome of a condition for one chart: its truth value, if open why, what it rests
 * on, and the sources of the criteria that hold.
 */
public record Outcome(Truth truth, Doubt doubt, Optional<Strength> strength, Urgency urgency, List<Evidence> evidence,
		List<Reason> reasons, List<Gap> gaps, List<Source> sources) {

	/** Fails, with nothing to report. */
	public static final Outcome FAILS = fails(List.of(), List.of());

	public Outcome {
		evidence = List.copyOf(evidence);
		reasons = List.copyOf(reasons);
		gaps = List.copyOf(gaps);
		sources = List.copyOf(sources);
	}

	/**
	 * Whether the condition holds; open is not decided by the chart, ask is for the
	 * bedside to answer.
	 */
	public enum Truth {

		HOLDS, FAILS, OPEN, ASK

	}

	/** Why a condition is open, in rising order of weight. */
	public enum Doubt {

		NONE,
		/** No result counts. */
		ABSENT,
		/** Missing, stale, unreadable or undecidable data. */
		UNDECIDED,
		/** Something supports it but is listed as not confirmed. */
		UNCONFIRMED,
		/** Only whether a result exists is open, because not everything was read. */
		PRESENCE_NOT_READ,
		/** The last statement is too old to apply now. */
		OUTDATED,
		/** An entry that no known code or name identifies may be it. */
		UNRECOGNISED,
		/** A part of the chart was not read (completely). */
		NOT_READ;

		Doubt or(Doubt other) {
			return (compareTo(other) >= 0) ? this : other;
		}

	}

	public static Outcome holds(Optional<Strength> strength, Urgency urgency, List<Evidence> evidence,
			List<Reason> reasons) {
		return new Outcome(Truth.HOLDS, Doubt.NONE, strength, urgency, evidence, reasons, List.of(), List.of());
	}

	public static Outcome fails(List<Evidence> evidence, Reason reason) {
		return fails(evidence, List.of(reason));
	}

	public static Outcome fails(List<Evidence> evidence, List<Reason> reasons) {
		return new Outcome(Truth.FAILS, Doubt.NONE, Optional.empty(), Urgency.ROUTINE, evidence, reasons, List.of(),
				List.of());
	}

	public static Outcome open(Doubt doubt, List<Evidence> evidence, Gap gap) {
		return new Outcome(Truth.OPEN, doubt, Optional.empty(), Urgency.ROUTINE, evidence, List.of(gap.asReason()),
				List.of(gap), List.of());
	}

	public static Outcome ask(List<Evidence> evidence, List<Reason> reasons) {
		return new Outcome(Truth.ASK, Doubt.NONE, Optional.empty(), Urgency.ROUTINE, evidence, reasons, List.of(),
				List.of());
	}

	/** The same with these sources if it holds; otherwise without sources. */
	public Outcome citing(List<Source> cited) {
		return (is(Truth.HOLDS) && !cited.equals(this.sources)) ? new Outcome(this.truth, this.doubt, this.strength,
				this.urgency, this.evidence, this.reasons, this.gaps, cited) : this;
	}

	public boolean is(Truth expected) {
		return this.truth == expected;
	}

	/** Whether it is open although everything that could decide it was read. */
	public boolean isUndecided() {
		return this.truth == Truth.OPEN && this.doubt.compareTo(Doubt.PRESENCE_NOT_READ) < 0;
	}

	/**
	 * Several outcomes as one with this truth value: everything they rest on, each thing
	 * once, and the weightiest doubt.
	 */
	public static Outcome merge(Truth truth, List<Outcome> outcomes) {
		return OutcomeMerge.isOne(outcomes, truth) ? outcomes.get(0) : new OutcomeMerge(outcomes).as(truth);
	}

}
