package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.ReportedRanges.Range;
import org.twitchingreference.assessment.results.ReportedRanges.UnusedRange;
import org.twitchingreference.assessment.results.ReportedRanges.Why;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.chart.ReportRange.Limit;
import org.twitchingreference.chart.ReportRange.Population;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.knowledge.Derivation.AlbuminAdjusted;
import org.twitchingreference.knowledge.Populations;

/** The ranges that a report itself states for this patient, in the canonical unit. */
public final class ReportedRangeReader {

	private static final Pattern FROM_TO = Pattern
		.compile("\\s*\\(?(\\d+(?:\\.\\d+)?)\\s*(?:-|\u2013|to)\\s*(\\d+(?:\\.\\d+)?)\\)?\\s*(\\S.*)?");

	private final ResultConverter readings;

	private final RangeApplicability meant;

	public ReportedRangeReader(ResultConverter readings, Populations populations, Age age, Optional<String> sex) {
		this.readings = readings;
		this.meant = new RangeApplicability(populations, age, sex);
	}

	/** The normal ranges that the report states; none if it is not to be used. */
	ReportedRanges of(CanonicalResult reading) {
		if (isOfAnotherKind(reading) || !reading.isJudgedByReport()) {
			return ReportedRanges.NONE;
		}
		List<Range> usable = new ArrayList<>();
		List<UnusedRange> unused = new ArrayList<>();
		for (ReportRange range : reading.result().ranges()) {
			if (range.isUnreadable() || range.type().isEmpty() || range.type().contains("normal")) {
				why(reading, range).ifPresentOrElse((why) -> unused.add(unused(why, range)),
						() -> read(reading, stated(range)).ifPresent(usable::add));
			}
		}
		return new ReportedRanges(usable, unused);
	}

	/**
	 * A range for calcium also applies to adjusted calcium; one for urea does not apply
	 * to a ratio.
	 */
	private static boolean isOfAnotherKind(CanonicalResult reading) {
		return reading.analyte().derivation().filter((how) -> !(how instanceof AlbuminAdjusted)).isPresent();
	}

	private static UnusedRange unused(Why why, ReportRange range) {
		boolean ofOthers = why == Why.FOR_OTHERS || why == Why.NOT_CLEAR_FOR_WHOM;
		Stream<String> whom = range.appliesTo().stream().map(Population::shown).distinct();
		return new UnusedRange(why, ofOthers ? whom.collect(Collectors.joining(", ")) : "");
	}

	/** Why the range is not used, if it is not. */
	private Optional<Why> why(CanonicalResult reading, ReportRange range) {
		if (range.isUnreadable()) {
			return Optional.of(Why.NOT_UNDERSTOOD);
		}
		return switch (this.meant.fit(range)) {
			case FOR_OTHERS -> Optional.of(Why.FOR_OTHERS);
			case UNCLEAR -> Optional.of(Why.NOT_CLEAR_FOR_WHOM);
			case MEANT -> whyOfLimits(reading, stated(range));
		};
	}

	private Optional<Why> whyOfLimits(CanonicalResult reading, StatedLimits stated) {
		Optional<Range> read = read(reading, stated);
		if (read.isEmpty()) {
			return Optional.of(Why.NOT_UNDERSTOOD);
		}
		boolean ordered = read.get().low().isEmpty() || read.get().high().isEmpty()
				|| read.get().low().get().compareTo(read.get().high().get()) < 0;
		return (ordered && arePlausible(reading, stated)) ? Optional.empty() : Optional.of(Why.IMPOSSIBLE);
	}

	/** Whether the limits, before any rounding, are plausible for the analyte. */
	private boolean arePlausible(CanonicalResult reading, StatedLimits stated) {
		Optional<BigDecimal> low = stated.low().flatMap((limit) -> this.readings.unrounded(reading, limit));
		Optional<BigDecimal> high = stated.high().flatMap((limit) -> this.readings.unrounded(reading, limit));
		boolean negative = Stream.of(low, high).flatMap(Optional::stream).anyMatch((limit) -> limit.signum() < 0);
		return !negative && reading.analyte()
			.reportLimits()
			.map((limits) -> low.map(limits::isPlausibleLow).orElse(true)
					&& high.map(limits::isPlausibleHigh).orElse(true))
			.orElse(true);
	}

	private Optional<Range> read(CanonicalResult reading, StatedLimits stated) {
		Optional<BigDecimal> low = stated.low().flatMap((limit) -> this.readings.limit(reading, limit));
		Optional<BigDecimal> high = stated.high().flatMap((limit) -> this.readings.limit(reading, limit));
		boolean understood = low.isPresent() == stated.low().isPresent()
				&& high.isPresent() == stated.high().isPresent() && (low.isPresent() || high.isPresent());
		return understood ? Optional.of(new Range(low, high, shown(reading, stated))) : Optional.empty();
	}

	private RangeUsed shown(CanonicalResult reading, StatedLimits stated) {
		return RangeUsed.of(new RangeUsed.Bounds(RangeUsed.Origin.REPORT,
				stated.low().map((limit) -> this.readings.asWritten(reading, limit)),
				stated.high().map((limit) -> this.readings.asWritten(reading, limit)),
				stated.low().or(stated::high).map((limit) -> ResultConverter.unitShown(reading, limit)).orElse("")));
	}

	/** The limits, otherwise those in the text. */
	private static StatedLimits stated(ReportRange range) {
		if (range.low().isPresent() || range.high().isPresent()) {
			return new StatedLimits(range.low(), range.high());
		}
		Matcher matcher = FROM_TO.matcher(range.text());
		if (!matcher.matches()) {
			return new StatedLimits(Optional.empty(), Optional.empty());
		}
		UnitText unit = new UnitText(Objects.toString(matcher.group(3), "").strip(), "", "");
		return new StatedLimits(Optional.of(new Limit(new BigDecimal(matcher.group(1)), unit)),
				Optional.of(new Limit(new BigDecimal(matcher.group(2)), unit)));
	}

	/** The limits as the report writes them. */
	private record StatedLimits(Optional<Limit> low, Optional<Limit> high) {

	}

}
