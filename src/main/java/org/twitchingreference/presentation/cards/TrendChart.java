package org.twitchingreference.presentation.cards;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.RangeUsed.Bounds;
import org.twitchingreference.assessment.results.CanonicalResult;
import org.twitchingreference.assessment.results.Trend;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.UnitWords;
import org.twitchingreference.presentation.words.Wording;

/**
 * The trend of an analyte, drawn 138 wide and 46 high, with its table: the id of the
 * analyte, the trend in words, the points in time, and the range of the newest, if it has
 * one in the same unit.
 */
public record TrendChart(String analyte, String words, String caption, List<Dot> dots, Optional<Band> band) {

	/** For each analyte on which findings rest. */
	static List<TrendChart> list(Assessment assessment, Days days, Texts texts) {
		List<Evidence> evidence = Stream
			.of(assessment.causes().stream().map(CauseFinding::evidence),
					assessment.cautions().stream().map(AlertFinding::evidence))
			.flatMap(Function.identity())
			.flatMap(List::stream)
			.toList();
		return assessment.trends().stream().map((trend) -> of(trend, evidence, days, texts)).toList();
	}

	private static TrendChart of(Trend trend, List<Evidence> evidence, Days days, Texts texts) {
		boolean asWritten = trend.readings().stream().map(TrendChart::unit).distinct().count() == 1;
		List<BigDecimal> amounts = trend.readings().stream().map((one) -> amount(one, asWritten)).toList();
		Optional<Bounds> bounds = asWritten ? bounds(trend, evidence) : Optional.empty();
		TrendScale scale = TrendScale
			.of(Stream
				.concat(amounts.stream(),
						bounds.stream().flatMap((one) -> Stream.concat(one.low().stream(), one.high().stream())))
				.toList());
		List<Instant> times = trend.readings().stream().map(TrendChart::time).toList();
		List<Dot> dots = Stream.iterate(0, (i) -> i + 1)
			.limit(times.size())
			.map((i) -> dot(trend.readings().get(i), TrendScale.x(times, i), scale.y(amounts.get(i)), asWritten, days))
			.toList();
		String name = trend.analyte().title();
		String words = texts.get("trend.words", name,
				dots.stream()
					.map((dot) -> texts.get("headline.dated", dot.value, dot.day))
					.collect(Collectors.joining(", ")));
		return new TrendChart(trend.analyte().id(), words, Wording.first(name), dots,
				bounds.map((one) -> scale.band(one.low(), one.high())));
	}

	/** Whether the newest is one of those. */
	boolean isAbout(Set<String> references) {
		return references.contains(last().reference);
	}

	/** "10,20 118,33" of a line through all. */
	public String line() {
		return this.dots.stream().map((dot) -> dot.x + "," + dot.y).collect(Collectors.joining(" "));
	}

	/** As a table reads. */
	public List<Dot> newestFirst() {
		List<Dot> reversed = new ArrayList<>(this.dots);
		Collections.reverse(reversed);
		return reversed;
	}

	public Dot first() {
		return this.dots.get(0);
	}

	public Dot last() {
		return this.dots.get(this.dots.size() - 1);
	}

	/** The limits by which the newest was judged, if they are in its unit. */
	private static Optional<Bounds> bounds(Trend trend, List<Evidence> evidence) {
		CanonicalResult newest = trend.readings().get(trend.readings().size() - 1);
		return evidence.stream()
			.filter((entry) -> entry.resource().equals(newest.result().reference()))
			.flatMap((entry) -> entry.range().bounds().stream())
			.filter((bounds) -> bounds.unit().equals(unit(newest)))
			.findFirst();
	}

	private static String unit(CanonicalResult one) {
		return (one.result().value() instanceof ResultValue.Measured measured) ? measured.unit().shown() : "";
	}

	private static BigDecimal amount(CanonicalResult one, boolean asWritten) {
		return (asWritten && one.result().value() instanceof ResultValue.Measured measured) ? measured.amount()
				: one.quantity().amount();
	}

	private static Instant time(CanonicalResult one) {
		return one.result().time().orElseThrow().latest();
	}

	private static Dot dot(CanonicalResult one, int x, int y, boolean asWritten, Days days) {
		String written = UnitWords.amount(one.result().value().shown(), unit(one));
		String label = asWritten ? one.result().value().shown() : one.quantity().amount().toPlainString();
		return new Dot(one.result().reference(), x, y, TrendScale.labelY(y), label, written,
				days.brief(one.result().time().orElseThrow()));
	}

	/** A value: the result, where, its label with its height, in full, and its day. */
	public record Dot(String reference, int x, int y, int labelY, String label, String value, String day) {

	}

	/** The range from the top, and how high. */
	public record Band(int y, int height) {

	}

}
