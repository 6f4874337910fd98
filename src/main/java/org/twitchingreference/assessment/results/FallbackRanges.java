package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.assessment.results.RangeReason.Yardstick;
import org.twitchingreference.assessment.results.ReportedRanges.Range;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte.FallbackRange;

/**
 * Judges by the ranges of the knowledge, which are used where a report states none. Each
 * is for people of some age, and not for those who meet a rule that excludes it.
 */
final class FallbackRanges {

	private final Age age;

	private final Predicate<String> ruleExcluded;

	private final Predicate<String> ruleOpen;

	/** Takes whether a rule that excludes a fallback range is met, or open. */
	FallbackRanges(Age age, Predicate<String> ruleExcluded, Predicate<String> ruleOpen) {
		this.age = age;
		this.ruleExcluded = ruleExcluded;
		this.ruleOpen = ruleOpen;
	}

	/** By the first that is meant for this person, otherwise why none is. */
	Judgement judge(CanonicalResult reading) {
		Reason why = RangeReason.NO_RANGE.reason();
		for (FallbackRange range : reading.analyte().fallbackRanges()) {
			Optional<Reason> refusal = refusal(range);
			if (refusal.isEmpty()) {
				return judge(reading, range);
			}
			why = refusal.get();
		}
		return new Judgement(Side.OPEN, RangeUsed.NONE, why);
	}

	/**
	 * A limit that the report leaves open is taken from a fallback range, if one is meant
	 * for this person.
	 */
	Range complete(Range range, CanonicalResult reading) {
		if (range.low().isPresent() && range.high().isPresent()) {
			return range;
		}
		return reading.analyte()
			.fallbackRanges()
			.stream()
			.filter((fallback) -> refusal(fallback).isEmpty())
			.findFirst()
			.map((fallback) -> new Range(range.low().or(fallback::low), range.high().or(fallback::high),
					range.shown().and(bounds(fallback, reading))))
			.orElse(range);
	}

	private Optional<Reason> refusal(FallbackRange range) {
		BigDecimal fromAge = BigDecimal.valueOf(range.fromAge());
		if (this.age.isBelow(fromAge)) {
			return Optional.of(RangeReason.NO_RANGE_FOR_CHILDREN.reason());
		}
		if (!this.age.isFrom(fromAge)) {
			return Optional.of(RangeReason.NO_RANGE_WITHOUT_AGE.reason());
		}
		List<String> excluded = range.unlessRules().stream().filter(this.ruleExcluded).toList();
		return excluded.isEmpty() ? Optional.empty()
				: Optional.of(RangeReason.FALLBACK_RANGE_EXCLUDED.reason(excluded));
	}

	private Judgement judge(CanonicalResult reading, FallbackRange fallback) {
		Range range = new Range(fallback.low(), fallback.high(), RangeUsed.of(bounds(fallback, reading)));
		Side side = Limits.side(reading, range);
		List<String> open = fallback.unlessRules().stream().filter(this.ruleOpen).toList();
		Reason how = RangeReason.of(side, Yardstick.FALLBACK_RANGE);
		return new Judgement(side, range.shown(),
				open.isEmpty() ? how : RangeReason.RULES_NOT_EXCLUDED.reason(how, open),
				Limits.isJustOutside(reading, range, side));
	}

	/** The fallback limits in the unit of the result, unchanged if it is the same. */
	private static RangeUsed.Bounds bounds(FallbackRange range, CanonicalResult reading) {
		String unit = AsWritten.unit(reading.result());
		return new RangeUsed.Bounds(RangeUsed.Origin.FALLBACK, range.low().map((low) -> shown(reading, low)),
				range.high().map((high) -> shown(reading, high)),
				unit.isBlank() ? reading.analyte().units().canonicalUnit() : unit);
	}

	private static BigDecimal shown(CanonicalResult reading, BigDecimal limit) {
		return ResultConverter.inUnitOfResult(reading, limit, BigDecimal.ONE);
	}

}
