package org.twitchingreference.assessment.results;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.Judgement.Side;
import org.twitchingreference.assessment.results.RangeReason.Yardstick;
import org.twitchingreference.assessment.results.ReportedRanges.Range;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Reason;

/**
 * Decides on which side of its reference range a result lies: by the report's own range,
 * then its flag, then the fallback range for people it applies to.
 */
public final class RangeJudge {

	private final ReportedRangeReader ranges;

	private final ReportFlags flags;

	private final Age age;

	private final FallbackRanges fallback;

	/** Takes, by a rule's id, whether it excludes a fallback range, or may. */
	public RangeJudge(ReportedRangeReader ranges, ReportFlags flags, Age age, Predicate<String> ruleExcluded,
			Predicate<String> ruleOpen) {
		this.ranges = ranges;
		this.flags = flags;
		this.age = age;
		this.fallback = new FallbackRanges(age, ruleExcluded, ruleOpen);
	}

	/** Judges the result; "within" is open where the report itself puts it in doubt. */
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
		ReportFlags.Understood flags = this.flags.of(reading.result());
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
					RangeReason.FLAGGED_UNREAD.reason(RangeReason.of(side, Yardstick.REPORT_FLAG), why)))
			.orElseGet(() -> new Judgement(Side.OPEN, ReportFlags.shown(result), why));
	}

	/** The limit for urgent action that the value reaches, for adults. */
	private Optional<Reason> dangerous(CanonicalResult reading) {
		return this.age.isChild() ? Optional.empty()
				: CriticalValues.reached(reading)
					.stream()
					.findFirst()
					.map((threshold) -> ResultReason.limit(threshold, reading));
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
		List<Range> own = stated.usable().stream().map((range) -> this.fallback.complete(range, reading)).toList();
		Optional<Side> flag = reading.isComputed() ? Optional.empty() : this.flags.of(reading.result()).side();
		if (!own.isEmpty()) {
			return byReport(reading, own, flag);
		}
		if (flag.isEmpty()) {
			return this.fallback.judge(reading);
		}
		return stated.isImpossible() ? byFallbackAndFlag(reading, flag.get()) : byFlag(reading, flag.get());
	}

	/**
	 * A flag whose range is not stated decides, unless the fallback range contradicts it.
	 */
	private Judgement byFlag(CanonicalResult reading, Side flag) {
		Judgement fallback = this.fallback.judge(reading);
		if (!fallback.side().isOutside() || fallback.side() == flag) {
			return new Judgement(flag, ReportFlags.shown(reading.result()),
					RangeReason.of(flag, Yardstick.REPORT_FLAG));
		}
		Side side = (flag != Side.WITHIN) ? Side.OPEN
				: (fallback.side() == Side.BELOW) ? Side.NOT_ABOVE : Side.NOT_BELOW;
		return new Judgement(side, fallback.range(), RangeReason.FLAG_CONTRADICTS_FALLBACK
			.reason(ReportFlags.shown(reading.result()).flags(), fallback.why()));
	}

	/** A flag may come from the impossible range, so it decides nothing alone. */
	private Judgement byFallbackAndFlag(CanonicalResult reading, Side flag) {
		Judgement fallback = this.fallback.judge(reading);
		return (fallback.side() == flag) ? fallback : new Judgement(Side.OPEN, fallback.range(),
				RangeReason.FLAG_OF_UNUSABLE_RANGE.reason(ReportFlags.shown(reading.result()).flags(), fallback.why()));
	}

	private static Judgement byReport(CanonicalResult reading, List<Range> own, Optional<Side> flag) {
		List<Side> sides = own.stream().map((range) -> Limits.side(reading, range)).distinct().toList();
		RangeUsed shown = own.get(0).shown();
		if (sides.size() > 1) {
			return new Judgement(Side.OPEN, shown, RangeReason.RANGES_DISAGREE.reason());
		}
		Side side = sides.get(0);
		if (side.isOutside() && flag.filter((other) -> other.isOutside() && other != side).isPresent()) {
			return new Judgement(Side.OPEN, shown, RangeReason.FLAG_CONTRADICTS_RANGE.reason());
		}
		boolean flaggedOnly = flag.isPresent() && flag.get() != Side.WITHIN && side != flag.get();
		if (flaggedOnly) {
			return new Judgement(flag.get(), shown, RangeReason.FLAG_BEYOND_RANGE
				.reason(RangeReason.of(flag.get(), Yardstick.REPORT_FLAG), RangeReason.of(side, Yardstick.ITS_RANGE)));
		}
		return new Judgement(side, shown, RangeReason.of(side, Yardstick.REPORT_RANGE),
				own.stream().allMatch((range) -> Limits.isJustOutside(reading, range, side)));
	}

}
