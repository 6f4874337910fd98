package org.twitchingreference.knowledge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.UnitTable;

/**
 * One measured quantity (ObservationDefinition): the codes that mean it and those that
 * must not be mistaken for it; its units, fallback range and named thresholds in the
 * canonical unit; how many days a result counts; the words in a result's notes that make
 * it unusable, and phrases with these words that do not; the words by which an uncoded
 * result is recognised as a likely one, and those that must be its whole name; the
 * formula if it is computed from others; what kind of measurement it is; which amounts
 * are possible; which limits of a report are plausible; and which part of a limit counts
 * as just outside.
 */
public record Analyte(String id, String title, Optional<CodeSet> codes, Optional<CodeSet> excluded, UnitTable units,
		List<FallbackRange> fallbackRanges, Map<String, Threshold> thresholds, int validDays,
		List<String> spoilingNotes, List<String> harmlessNotes, List<String> names, List<String> shortNames,
		Optional<Derivation> derivation, Kind kind, Possible possible, Optional<ReportLimits> reportLimits,
		Optional<BigDecimal> justOutside, List<Source> sources) {

	public Analyte {
		fallbackRanges = List.copyOf(fallbackRanges);
		thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
		spoilingNotes = List.copyOf(spoilingNotes);
		harmlessNotes = List.copyOf(harmlessNotes);
		names = List.copyOf(names);
		shortNames = List.copyOf(shortNames);
		sources = List.copyOf(sources);
	}

	/** Whether it is a vital sign, which laboratories do not report. */
	public boolean vitalSign() {
		return this.kind == Kind.VITAL_SIGN;
	}

	/**
	 * The note without phrases that do not make a specimen unusable, such as "not
	 * haemolysed".
	 */
	public String withoutHarmless(String note) {
		String left = note;
		for (String phrase : this.harmlessNotes) {
			left = left.replace(phrase, "");
		}
		return left;
	}

	/** What kind of measurement it is, by the category of its definition. */
	public enum Kind {

		LABORATORY, VITAL_SIGN,
		/** The score of a questionnaire. */
		SCORE

	}

	/** The ids of the rules that, when met, exclude one of its fallback ranges. */
	Stream<String> unlessRules() {
		return this.fallbackRanges.stream().flatMap((range) -> range.unlessRules().stream());
	}

	/** The same analyte with the units, ranges and limits of the other. */
	public Analyte withUnitsAndRangesOf(Analyte other) {
		return new Analyte(this.id, this.title, this.codes, this.excluded, other.units, other.fallbackRanges,
				this.thresholds, this.validDays, this.spoilingNotes, this.harmlessNotes, this.names, this.shortNames,
				this.derivation, this.kind, this.possible, other.reportLimits, other.justOutside, this.sources);
	}

	/** The lowest and highest possible amount, in the canonical unit. */
	public record Possible(Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {

		public boolean includes(BigDecimal amount) {
			return this.lowest.filter((limit) -> amount.compareTo(limit) < 0).isEmpty()
					&& this.highest.filter((limit) -> amount.compareTo(limit) > 0).isEmpty();
		}

	}

	/**
	 * Between which values the limits of a report's own range are plausible, both ends
	 * included, in the canonical unit. A range with a limit outside them is on another
	 * scale, or is not a range.
	 */
	public record ReportLimits(BigDecimal lowFrom, BigDecimal lowTo, BigDecimal highFrom, BigDecimal highTo) {

		public boolean isPlausibleLow(BigDecimal low) {
			return isBetween(low, this.lowFrom, this.lowTo);
		}

		public boolean isPlausibleHigh(BigDecimal high) {
			return isBetween(high, this.highFrom, this.highTo);
		}

		private static boolean isBetween(BigDecimal limit, BigDecimal from, BigDecimal to) {
			return limit.compareTo(from) >= 0 && limit.compareTo(to) <= 0;
		}

	}

	/**
	 * The reference range used when a report states none. It applies from an age in years
	 * on, and not while one of the named rules is met.
	 */
	public record FallbackRange(Optional<BigDecimal> low, Optional<BigDecimal> high, int fromAge,
			List<String> unlessRules) {

		public FallbackRange {
			unlessRules = List.copyOf(unlessRules);
		}

	}

	/**
	 * A named limit in the canonical unit: reached below it (exclusive) or from it on
	 * (inclusive), with the urgency of a result that reaches it, its citations, and what
	 * to do about such a result.
	 */
	public record Threshold(String id, BigDecimal limit, boolean below, Optional<Urgency> urgency, String label,
			List<Source> sources, Optional<Action> action) {

		public Threshold {
			sources = List.copyOf(sources);
		}

	}

	/** What to do about a critical value, in words, with the sources of that advice. */
	public record Action(String words, List<Source> sources) {

		public Action {
			sources = List.copyOf(sources);
		}

	}

}
