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
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte.FallbackRange;
import org.twitchingreference.knowledge.Urgency;

/**
 * Decides on which side of its reference range a reading lies: by the report's own range,
 * then its flag, then the fallback range for people it applies to.
 */
public final class RangeJudge {

	private final Ranges ranges;

	private final ReportFlags flags;

	private final Age age;

	private final Predicate<String> ruleExcluded;

	private final Predicate<String> ruleOpen;

	/** Takes whether a rule that excludes a fallback range is met, or open. */
	public RangeJudge(Ranges ranges, ReportFlags flags, Age age, Predicate<String> ruleExcluded,
			Predicate<String> ruleOpen) {
		this.ranges = ranges;
		this.flags = flags;
		this.age = age;
		this.ruleExcluded = ruleExcluded;
		this.ruleOpen = ruleOpen;
	}

	/** A no that the report itself puts in doubt is left open. */
	public Judgement judge(CanonicalResult reading) {
		Judgement judgement = first(reading);
		if (judgement.side() != Side.WITHIN) {
			return judgement;
		}
		Optional<Reason> flagged = reading.isComputed() ? Optional.empty() : flagged(reading, judgement);
		if (flagged.isPresent()) {
			return new Judgement(Side.OPEN, judgement.range(), flagged.get());
		}
		return dangerous(reading)
			.map((limit) -> new Judgement(Side.OPEN, judgement.range(),
					RangeReason.REACHES_URGENT_LIMIT.reason(judgement.why(), limit)))
			.orElse(judgement);
	}

	/** Why the report's own words leave a value open that lies within its range. */
	private Optional<Reason> flagged(CanonicalResult reading, Judgement judgement) {
		ReportFlags.Read flags = this.flags.of(reading.result());
		if (flags.isAbnormal()) {
			return Optional.of(RangeReason.FLAGGED_ABNORMAL.reason(judgement.why()));
		}
		return flags.open()
			.stream()
			.findFirst()
			.map((words) -> RangeReason.FLAG_NOT_UNDERSTOOD.reason(judgement.why(), words));
	}

	/**
	 * The side that the report's flag gives for a value that cannot be read; never
	 * "within".
	 */
	public Judgement flagged(LabResult result, Reason why) {
		return this.flags.of(result)
			.side()
			.filter((side) -> side != Side.WITHIN)
			.map((side) -> new Judgement(side, ReportFlags.shown(result),
					RangeReason.FLAGGED_UNREAD.reason(how(side, Yardstick.REPORT_FLAG), why)))
			.orElseGet(() -> new Judgement(Side.OPEN, ReportFlags.shown(result), why));
	}

	/** The limit for urgent action that the value reaches, for adults. */
	private Optional<Reason> dangerous(CanonicalResult reading) {
		return reading.analyte()
			.thresholds()
			.values()
			.stream()
			.filter((threshold) -> !this.age.isChild())
			.filter((threshold) -> threshold.urgency().filter(Urgency.URGENT::isAtMost).isPresent())
			.filter((threshold) -> Limits.reaches(reading, threshold).orElse(false))
			.map((threshold) -> ResultReason.limit(threshold, reading))
			.findFirst();
	}

	private Judgement first(CanonicalResult reading) {
		ReportedRanges stated = this.ranges.of(reading);
		Judgement judgement = first(reading, stated);
		boolean critical = !reading.isComputed() && this.flags.of(reading.result()).isCritical();
		boolean justOutside = judgement.justOutside() && !critical;
		Reason why = justOutside ? RangeReason.JUST_OUTSIDE.reason(judgement.why()) : judgement.why();
		return judgement.with(stated.with(why), justOutside);
	}

	private Judgement first(CanonicalResult reading, ReportedRanges stated) {
		List<Range> own = stated.usable().stream().map((range) -> complete(range, reading)).toList();
		Optional<Side> flag = reading.isComputed() ? Optional.empty() : this.flags.of(reading.result()).side();
		if (!own.isEmpty()) {
			return byReport(reading, own, flag);
		}
		if (flag.isEmpty()) {
			return byFallback(reading);
		}
		return stated.cannotBe() ? byFallbackAndFlag(reading, flag.get()) : byFlag(reading, flag.get());
	}

	/**
	 * A flag whose range is not stated decides, unless the fallback range contradicts it.
	 */
	private Judgement byFlag(CanonicalResult reading, Side flag) {
		Judgement fallback = byFallback(reading);
		boolean outside = fallback.side() == Side.BELOW || fallback.side() == Side.ABOVE;
		if (!outside || fallback.side() == flag) {
			return new Judgement(flag, ReportFlags.shown(reading.result()), how(flag, Yardstick.REPORT_FLAG));
		}
		Side side = (flag != Side.WITHIN) ? Side.OPEN
				: (fallback.side() == Side.BELOW) ? Side.NOT_ABOVE : Side.NOT_BELOW;
		return new Judgement(side, fallback.range(), RangeReason.FLAG_CONTRADICTS_FALLBACK
			.reason(ReportFlags.shown(reading.result()).flags(), fallback.why()));
	}

	/** A flag may come from the impossible range, so it decides nothing alone. */
	private Judgement byFallbackAndFlag(CanonicalResult reading, Side flag) {
		Judgement fallback = byFallback(reading);
		return (fallback.side() == flag) ? fallback : new Judgement(Side.OPEN, fallback.range(),
				RangeReason.FLAG_OF_UNUSABLE_RANGE.reason(ReportFlags.shown(reading.result()).flags(), fallback.why()));
	}

	/**
	 * A limit that the report leaves open is taken from a fallback range, if one is meant
	 * for this person.
	 */
	private Range complete(Range range, CanonicalResult reading) {
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

	private static Judgement byReport(CanonicalResult reading, List<Range> own, Optional<Side> flag) {
		List<Side> sides = own.stream().map((range) -> side(reading, range)).distinct().toList();
		RangeUsed shown = own.get(0).shown();
		if (sides.size() > 1) {
			return new Judgement(Side.OPEN, shown, RangeReason.RANGES_DISAGREE.reason());
		}
		Side side = sides.get(0);
		if (flag.isPresent() && (side == Side.BELOW || side == Side.ABOVE) && flag.get() == opposite(side)) {
			return new Judgement(Side.OPEN, shown, RangeReason.FLAG_CONTRADICTS_RANGE.reason());
		}
		boolean flaggedOnly = flag.isPresent() && flag.get() != Side.WITHIN && side != flag.get();
		if (flaggedOnly) {
			return new Judgement(flag.get(), shown, RangeReason.FLAG_BEYOND_RANGE
				.reason(how(flag.get(), Yardstick.REPORT_FLAG), how(side, Yardstick.ITS_RANGE)));
		}
		return new Judgement(side, shown, how(side, Yardstick.REPORT_RANGE),
				own.stream().allMatch((range) -> Limits.isJustOutside(reading, range, side)));
	}

	private static Side opposite(Side side) {
		return (side == Side.BELOW) ? Side.ABOVE : Side.BELOW;
	}

	private Judgement byFallback(CanonicalResult reading) {
		Reason why = RangeReason.NO_RANGE.reason();
		for (FallbackRange range : reading.analyte().fallbackRanges()) {
			Optional<Reason> refusal = refusal(range);
			if (refusal.isEmpty()) {
				return byFallback(reading, range);
			}
			why = refusal.get();
		}
		return new Judgement(Side.OPEN, RangeUsed.NONE, why);
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

	private Judgement byFallback(CanonicalResult reading, FallbackRange fallback) {
		Range range = new Range(fallback.low(), fallback.high(), RangeUsed.of(bounds(fallback, reading)));
		Side side = side(reading, range);
		List<String> open = fallback.unlessRules().stream().filter(this.ruleOpen).toList();
		Reason how = how(side, Yardstick.FALLBACK_RANGE);
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

	private static Side side(CanonicalResult reading, Range range) {
		Optional<Boolean> below = range.low().flatMap((low) -> Limits.isBelow(reading, low));
		Optional<Boolean> above = range.high().flatMap((high) -> Limits.isAbove(reading, high));
		if (below.filter(Boolean::booleanValue).isPresent()) {
			return Side.BELOW;
		}
		if (above.filter(Boolean::booleanValue).isPresent()) {
			return Side.ABOVE;
		}
		if (below.isEmpty() && above.isEmpty()) {
			return Side.OPEN;
		}
		if (below.isEmpty()) {
			return Side.NOT_ABOVE;
		}
		return above.isEmpty() ? Side.NOT_BELOW : Side.WITHIN;
	}

	private static Reason how(Side side, Yardstick by) {
		RangeReason code = switch (side) {
			case BELOW -> RangeReason.BELOW;
			case ABOVE -> RangeReason.ABOVE;
			case WITHIN -> RangeReason.WITHIN;
			case NOT_BELOW -> RangeReason.NOT_BELOW;
			case NOT_ABOVE -> RangeReason.NOT_ABOVE;
			case OPEN -> RangeReason.LEFT_OPEN;
		};
		return code.reason(by);
	}

}
