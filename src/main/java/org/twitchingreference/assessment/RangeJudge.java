package org.twitchingreference.assessment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.twitchingreference.assessment.Judgement.Side;
import org.twitchingreference.assessment.Ranges.Range;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.FallbackRange;
import org.twitchingreference.knowledge.Urgency;

/**
 * Says on which side of its reference range a reading lies: the report's own range, then
 * its own flag, then the fallback range for people it is meant for.
 */
final class RangeJudge {

	private static final Set<String> LOW = Set.of("L", "LL", "LU", "LX", "<");

	private static final Set<String> HIGH = Set.of("H", "HH", "HU", "HX", ">");

	/** Not normal, without a side; L and H together are one too. */
	private static final Set<String> ABNORMAL = Set.of("A", "AA", "L", "H", "LL", "HH");

	private final Ranges ranges;

	private final Age age;

	private final Predicate<String> ruleExcluded;

	private final Predicate<String> ruleOpen;

	/**
	 * Takes whether a rule that excludes a fallback range is met, and whether that is
	 * open.
	 */
	RangeJudge(Ranges ranges, Age age, Predicate<String> ruleExcluded, Predicate<String> ruleOpen) {
		this.ranges = ranges;
		this.age = age;
		this.ruleExcluded = ruleExcluded;
		this.ruleOpen = ruleOpen;
	}

	/** A no that the report itself throws doubt on is left open. */
	Judgement judge(Reading reading) {
		Judgement judgement = first(reading);
		if (judgement.side() != Side.WITHIN) {
			return judgement;
		}
		if (!reading.isComputed() && !Collections.disjoint(reading.result().flags(), ABNORMAL)) {
			return new Judgement(Side.OPEN, judgement.range(),
					judgement.why() + ", though the report flags it as abnormal: check the report");
		}
		return dangerous(reading)
			.map((limit) -> new Judgement(Side.OPEN, judgement.range(),
					judgement.why() + ", though " + limit + ": check the report"))
			.orElse(judgement);
	}

	/** The limit for urgent action that the value reaches, for adults. */
	private Optional<String> dangerous(Reading reading) {
		return reading.analyte()
			.thresholds()
			.values()
			.stream()
			.filter((threshold) -> !this.age.isChild())
			.filter((threshold) -> threshold.urgency().filter(Urgency.URGENT::isAtMost).isPresent())
			.filter((threshold) -> Limits.reaches(reading, threshold).orElse(false))
			.map((threshold) -> Words.limit(threshold, reading))
			.findFirst();
	}

	private Judgement first(Reading reading) {
		List<Range> own = this.ranges.of(reading).stream().map((range) -> complete(range, reading.analyte())).toList();
		Optional<Side> flag = reading.isComputed() ? Optional.empty() : flag(reading);
		if (!own.isEmpty()) {
			return byReport(reading, own, flag);
		}
		if (flag.isPresent()) {
			return new Judgement(flag.get(), "flag " + String.join(", ", reading.result().flags()) + " (report)",
					words(flag.get(), "the report's own flag"));
		}
		return byFallback(reading);
	}

	/**
	 * A limit that the report leaves open is taken from a fallback range, if one is meant
	 * for this person.
	 */
	private Range complete(Range range, Analyte analyte) {
		if (range.low().isPresent() && range.high().isPresent()) {
			return range;
		}
		return analyte.fallbackRanges()
			.stream()
			.filter((fallback) -> refusal(fallback).isEmpty())
			.findFirst()
			.map((fallback) -> new Range(range.low().or(fallback::low), range.high().or(fallback::high),
					range.shown() + ", " + shown(fallback, analyte)))
			.orElse(range);
	}

	private static Judgement byReport(Reading reading, List<Range> own, Optional<Side> flag) {
		List<Side> sides = own.stream().map((range) -> side(reading, range)).distinct().toList();
		String shown = own.get(0).shown();
		if (sides.size() > 1) {
			return new Judgement(Side.OPEN, shown, "the report states several ranges that disagree");
		}
		Side side = sides.get(0);
		if (flag.isPresent() && (side == Side.BELOW || side == Side.ABOVE) && flag.get() == opposite(side)) {
			return new Judgement(Side.OPEN, shown, "the report's own flag and range contradict each other");
		}
		boolean flaggedOnly = flag.isPresent() && flag.get() != Side.WITHIN && side != flag.get();
		if (flaggedOnly) {
			return new Judgement(flag.get(), shown, words(flag.get(), "the report's own flag") + ", though "
					+ words(side, "its range") + ": check the report");
		}
		return new Judgement(side, shown, words(side, "the report's own reference range"));
	}

	private static Side opposite(Side side) {
		return (side == Side.BELOW) ? Side.ABOVE : Side.BELOW;
	}

	private Judgement byFallback(Reading reading) {
		String why = "no reference range for this person";
		for (FallbackRange range : reading.analyte().fallbackRanges()) {
			Optional<String> refusal = refusal(range);
			if (refusal.isEmpty()) {
				return byFallback(reading, range);
			}
			why = refusal.get();
		}
		return new Judgement(Side.OPEN, "", why);
	}

	private Optional<String> refusal(FallbackRange range) {
		BigDecimal fromAge = BigDecimal.valueOf(range.fromAge());
		if (this.age.isBelow(fromAge)) {
			return Optional.of("the report states no range, and no adult range is applied to a child:"
					+ " no paediatric range available");
		}
		if (!this.age.isFrom(fromAge)) {
			return Optional.of("the report states no range, and the age that decides on one is not known");
		}
		List<String> excluded = range.unlessRules().stream().filter(this.ruleExcluded).toList();
		return excluded.isEmpty() ? Optional.empty()
				: Optional.of("the report states no range, and the fallback range does not apply here ("
						+ String.join(", ", excluded) + ")");
	}

	private Judgement byFallback(Reading reading, FallbackRange fallback) {
		Range range = new Range(fallback.low(), fallback.high(), shown(fallback, reading.analyte()));
		Side side = side(reading, range);
		List<String> open = fallback.unlessRules().stream().filter(this.ruleOpen).toList();
		String assumed = open.isEmpty() ? "" : " (" + String.join(", ", open) + " could not be ruled out)";
		String remark = Ranges.stated(reading.result()) ? "; the report's own range could not be used" : "";
		return new Judgement(side, range.shown(), words(side, "the fallback range") + remark + assumed);
	}

	private static String shown(FallbackRange range, Analyte analyte) {
		return range.low().map(BigDecimal::toPlainString).orElse("") + "-"
				+ range.high().map(BigDecimal::toPlainString).orElse("") + " "
				+ Words.unit(analyte.units().canonicalUnit()) + " (fallback)";
	}

	private static Side side(Reading reading, Range range) {
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

	private static Optional<Side> flag(Reading reading) {
		Set<String> flags = reading.result().flags();
		boolean low = flags.stream().anyMatch(LOW::contains);
		boolean high = flags.stream().anyMatch(HIGH::contains);
		if (low == high) {
			return (!low && flags.contains("N")) ? Optional.of(Side.WITHIN) : Optional.empty();
		}
		return Optional.of(low ? Side.BELOW : Side.ABOVE);
	}

	private static String words(Side side, String by) {
		return switch (side) {
			case BELOW -> "below " + by;
			case ABOVE -> "above " + by;
			case WITHIN -> "within " + by;
			case NOT_BELOW -> "not below " + by;
			case NOT_ABOVE -> "not above " + by;
			case OPEN -> "the comparator leaves it open against " + by;
		};
	}

}
