package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.UnitTable;

/**
 * One measured quantity (ObservationDefinition): the codes that mean it and those that
 * must not be taken for it, its units, fallback range, named thresholds in the canonical
 * unit, how many days a result counts, the words in a result's notes that make it
 * unusable and the phrases with them that do not, the words by which an uncoded result is
 * recognised as a likely one, and the formula if it is computed from others; and what
 * kind of measurement it is.
 */
public record Analyte(String id, String title, Optional<CodeSet> codes, Optional<CodeSet> excluded, UnitTable units,
		List<FallbackRange> fallbackRanges, Map<String, Threshold> thresholds, int validDays,
		List<String> spoilingNotes, List<String> harmlessNotes, List<String> names, Optional<Derivation> derivation,
		Kind kind, List<Source> sources) {

	public Analyte {
		fallbackRanges = List.copyOf(fallbackRanges);
		thresholds = Map.copyOf(thresholds);
		spoilingNotes = List.copyOf(spoilingNotes);
		harmlessNotes = List.copyOf(harmlessNotes);
		names = List.copyOf(names);
		sources = List.copyOf(sources);
	}

	/** Whether it is a vital sign, which laboratories do not report. */
	public boolean vitalSign() {
		return this.kind == Kind.VITAL_SIGN;
	}

	/** What kind of measurement it is, by the category of its definition. */
	public enum Kind {

		LABORATORY, VITAL_SIGN,
		/** The score of a questionnaire. */
		SCORE

	}

	/** The same analyte with the units and fallback ranges of the other. */
	Analyte judgedLike(Analyte other) {
		return new Analyte(this.id, this.title, this.codes, this.excluded, other.units, other.fallbackRanges,
				this.thresholds, this.validDays, this.spoilingNotes, this.harmlessNotes, this.names, this.derivation,
				this.kind, this.sources);
	}

	/**
	 * A range for reports that state none: for people from an age on, in years, unless
	 * one of the named rules is met.
	 */
	public record FallbackRange(Optional<BigDecimal> low, Optional<BigDecimal> high, int fromAge,
			List<String> unlessRules) {

		public FallbackRange {
			unlessRules = List.copyOf(unlessRules);
		}

	}

	/**
	 * A named limit in the canonical unit: reached below it (exclusive) or from it on
	 * (inclusive), with the urgency of a result that reaches it and its citations.
	 */
	public record Threshold(String id, BigDecimal limit, boolean below, Optional<Urgency> urgency, String label,
			List<Source> sources) {

		public Threshold {
			sources = List.copyOf(sources);
		}

	}

	/** How an analyte is computed from the results of others. */
	public sealed interface Derivation {

		/** The analytes it needs. */
		List<String> needs();

		/**
		 * Whether the ranges that the report of the first analyte states are meant for
		 * the outcome too.
		 */
		boolean isJudgedByReport();

		/** Hands this formula to the method that computes its kind. */
		<R> R compute(Computation<R> computation);

		/** One method for each formula. */
		interface Computation<R> {

			R together(TakenTogether formula);

			R clearance(CockcroftGault formula);

		}

	}

	/** A formula over two results of samples taken near to each other. */
	public sealed interface TakenTogether extends Derivation {

		/** The most hours between the two samples. */
		int withinHours();

		@Override
		default <R> R compute(Computation<R> computation) {
			return computation.together(this);
		}

	}

	/**
	 * Total calcium adjusted for albumin: total + factor x (pivot - albumin). A normal
	 * outcome says nothing when the albumin is below the reliable limit.
	 */
	public record AlbuminAdjusted(String total, String albumin, BigDecimal factor, BigDecimal pivot, int withinHours,
			BigDecimal reliableFrom) implements TakenTogether {

		@Override
		public List<String> needs() {
			return List.of(this.total, this.albumin);
		}

		@Override
		public boolean isJudgedByReport() {
			return true;
		}

	}

	/** One analyte divided by another. */
	public record Ratio(String numerator, String denominator, int withinHours) implements TakenTogether {

		@Override
		public List<String> needs() {
			return List.of(this.numerator, this.denominator);
		}

		@Override
		public boolean isJudgedByReport() {
			return false;
		}

	}

	/**
	 * Creatinine clearance by Cockcroft and Gault: (pivot - age) x weight / (divisor x
	 * creatinine), for women times a factor, from an age on. The creatinine enters in the
	 * unit that has the given factor to its canonical one, the weight in its canonical
	 * unit.
	 */
	public record CockcroftGault(String creatinine, String weight, BigDecimal agePivot, BigDecimal divisor,
			BigDecimal creatinineFactor, BigDecimal femaleFactor, int fromAge) implements Derivation {

		@Override
		public List<String> needs() {
			return List.of(this.creatinine, this.weight);
		}

		@Override
		public boolean isJudgedByReport() {
			return false;
		}

		@Override
		public <R> R compute(Computation<R> computation) {
			return computation.clearance(this);
		}

	}

}
