package org.twitchingreference.presentation.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.facts.RangeUsed.Bounds;
import org.twitchingreference.assessment.facts.RangeUsed.Origin;

import org.springframework.context.MessageSource;

/** Says by what a value was judged, and where that came from. */
public final class RangeWords {

	private final MessageSource messages;

	public RangeWords(MessageSource messages) {
		this.messages = messages;
	}

	/** "3.5-5.1 mmol/L (report)", "flag L (report)", empty if there was nothing. */
	public String of(RangeUsed range) {
		return of(range, (bounds) -> " " + unit(bounds));
	}

	/** The same beside a value with the unit, which is not repeated. */
	public String beside(String unit, RangeUsed range) {
		return of(range, (bounds) -> unit.equals(unit(bounds)) ? "" : " " + unit(bounds));
	}

	private String of(RangeUsed range, Function<Bounds, String> unit) {
		if (!range.flags().isEmpty()) {
			return get("flags", List.of(String.join(", ", range.flags())));
		}
		return range.bounds()
			.stream()
			.map((bounds) -> bounds(bounds, unit.apply(bounds)))
			.collect(Collectors.joining(", "));
	}

	private String bounds(Bounds bounds, String unit) {
		String limits = bounds.low().isEmpty() ? "up-to" : bounds.high().isEmpty() ? "from" : "between";
		String key = bounds.origin().name().toLowerCase(Locale.ROOT) + "." + limits;
		return get(key, List.of(bounds.low().map(BigDecimal::toPlainString).orElse(""),
				bounds.high().map(BigDecimal::toPlainString).orElse(""), unit));
	}

	/** A report's unit as the report writes it. */
	private static String unit(Bounds bounds) {
		return (bounds.origin() == Origin.FALLBACK) ? UnitWords.of(bounds.unit()) : bounds.unit();
	}

	private String get(String key, List<String> arguments) {
		return this.messages.getMessage("range." + key, arguments.toArray(), Locale.ENGLISH);
	}

}
