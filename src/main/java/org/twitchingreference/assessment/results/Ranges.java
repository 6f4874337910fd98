package org.twitchingreference.assessment.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twitchingreference.assessment.facts.Age;
import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.knowledge.Derivation.AlbuminAdjusted;

/** The ranges that a report itself states for this patient, in the canonical unit. */
public final class Ranges {

	private static final Pattern FROM_TO = Pattern
		.compile("\\s*\\(?(\\d+(?:\\.\\d+)?)\\s*(?:-|\u2013|to)\\s*(\\d+(?:\\.\\d+)?)\\)?\\s*(\\S.*)?");

	private final ResultConverter readings;

	private final Age age;

	public Ranges(ResultConverter readings, Age age) {
		this.readings = readings;
		this.age = age;
	}

	/**
	 * The usable ranges of the report; none when it states none, or none for this
	 * patient.
	 */
	List<Range> of(CanonicalResult reading) {
		if (isOfAnotherKind(reading)) {
			return List.of();
		}
		List<Range> usable = new ArrayList<>();
		if (!reading.isJudgedByReport()) {
			return usable;
		}
		for (ReportRange range : reading.result().ranges()) {
			if (isNormalRange(range) && isForThisAge(range)) {
				read(reading, range).ifPresent(usable::add);
			}
		}
		return usable;
	}

	/**
	 * A range for calcium is one for adjusted calcium; one for urea says nothing of a
	 * ratio.
	 */
	private static boolean isOfAnotherKind(CanonicalResult reading) {
		return reading.analyte().derivation().filter((how) -> !(how instanceof AlbuminAdjusted)).isPresent();
	}

	/** Whether the report states ranges at all, of which none may be usable. */
	static boolean stated(LabResult result) {
		return result.ranges().stream().anyMatch(Ranges::isNormalRange);
	}

	private static boolean isNormalRange(ReportRange range) {
		boolean readable = range.type().stream().noneMatch((type) -> type.endsWith("-unreadable"));
		return readable && (range.type().isEmpty() || range.type().contains("normal")) && range.appliesTo().isEmpty();
	}

	private boolean isForThisAge(ReportRange range) {
		return range.ageFrom().map(this.age::isFrom).orElse(true) && range.ageTo().map(this.age::isBelow).orElse(true);
	}

	private Optional<Range> read(CanonicalResult reading, ReportRange range) {
		Optional<Range> stated = (range.low().isPresent() || range.high().isPresent()) ? limits(reading, range)
				: text(reading, range);
		return stated.filter((read) -> read.low().isEmpty() || read.high().isEmpty()
				|| read.low().get().compareTo(read.high().get()) <= 0);
	}

	private Optional<Range> limits(CanonicalResult reading, ReportRange range) {
		Optional<BigDecimal> low = range.low().flatMap((limit) -> limit(reading, limit));
		Optional<BigDecimal> high = range.high().flatMap((limit) -> limit(reading, limit));
		boolean understood = low.isPresent() == range.low().isPresent() && high.isPresent() == range.high().isPresent();
		return understood ? Optional.of(new Range(low, high, shown(reading, range))) : Optional.empty();
	}

	private Optional<BigDecimal> limit(CanonicalResult reading, ReportRange.Limit limit) {
		return this.readings.limit(reading, limit.amount(), limit.unit());
	}

	private Optional<Range> text(CanonicalResult reading, ReportRange range) {
		Matcher matcher = FROM_TO.matcher(range.text());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String words = Objects.toString(matcher.group(3), "").strip();
		UnitText unit = new UnitText(words, "", "");
		Optional<BigDecimal> low = this.readings.limit(reading, new BigDecimal(matcher.group(1)), unit);
		Optional<BigDecimal> high = this.readings.limit(reading, new BigDecimal(matcher.group(2)), unit);
		RangeUsed shown = shown(Optional.of(new BigDecimal(matcher.group(1))),
				Optional.of(new BigDecimal(matcher.group(2))),
				words.isEmpty() ? AsWritten.unit(reading.result()) : words);
		return (low.isPresent() && high.isPresent()) ? Optional.of(new Range(low, high, shown)) : Optional.empty();
	}

	private static RangeUsed shown(CanonicalResult reading, ReportRange range) {
		String unit = range.low()
			.or(range::high)
			.map((limit) -> limit.unit().shown())
			.filter((stated) -> !stated.isBlank())
			.orElseGet(() -> AsWritten.unit(reading.result()));
		return shown(range.low().map(ReportRange.Limit::amount), range.high().map(ReportRange.Limit::amount), unit);
	}

	private static RangeUsed shown(Optional<BigDecimal> low, Optional<BigDecimal> high, String unit) {
		return RangeUsed.of(new RangeUsed.Bounds(RangeUsed.Origin.REPORT, low, high, unit));
	}

	/** A range in the canonical unit and as it is shown; an absent limit is open. */
	record Range(Optional<BigDecimal> low, Optional<BigDecimal> high, RangeUsed shown) {

	}

}
