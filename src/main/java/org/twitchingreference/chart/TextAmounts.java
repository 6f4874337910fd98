package org.twitchingreference.chart;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twitchingreference.chart.DoubtfulValue.PerhapsThousands;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.UnitText;

/**
 * Measurements written as text (">10.0 mmol/L", "GT 6.5 mmol/L"): one number, a
 * comparator or none, a unit or none, and perhaps a flag behind it. Three digits after a
 * point or comma may be thousands, unless what stands before or behind them says
 * otherwise.
 */
public final class TextAmounts {

	private static final String COMPARATOR = "\\s*(?:(>=|<=|>|<|\u2265|\u2264"
			+ "|GT|LT|GE|LE|gt|lt|ge|le|[Gg]reater than|[Ll]ess than|[Mm]ore than|[Aa]bove|[Oo]ver|[Bb]elow|[Uu]nder)\\s*)?";

	private static final String NUMBER = "(\\d{1,9}|\\d{1,9}[.,]\\d{1,2}|\\d{1,9}[.,]\\d{4,8}|0[.,]\\d{3}|\\d{4,9}[.,]\\d{3}"
			+ "|[1-9]\\d{0,2}(?:[ \u00a0\u202f]\\d{3}){1,2}|[1-9]\\d{0,2}(?:,\\d{3}){1,2}\\.\\d{1,2})";

	/** A unit or none, and perhaps a flag, which is no unit. */
	private static final String UNIT = "\\s*((?!\\((?:LL|HH|L|H)\\)\\s*$|(?:LL|HH)\\s*$)[^\\d\\s.,]\\S*(?: ?m[2\u00b2])?)?"
			+ "(?:\\s*(?:\\((?:LL|HH|L|H)\\)|(?<=\\s)(?:LL|HH)))?\\s*";

	private static final Pattern AMOUNT = Pattern.compile(COMPARATOR + NUMBER + UNIT);

	private static final Pattern PERHAPS_THOUSANDS = Pattern.compile(COMPARATOR + "([1-9]\\d{0,2}[.,]\\d{3})" + UNIT);

	/** What can only separate thousands: a blank, or a comma before a point. */
	private static final Pattern PARTS_THOUSANDS = Pattern.compile("[ \u00a0\u202f]|,(?=\\d{3}(?:,\\d{3})?\\.)");

	/** A flag that a report writes behind a value, whatever the value is. */
	private static final Pattern FLAG = Pattern.compile("(?s).*\\s(?:\\((LL|HH|L|H)\\)|(LL|HH))\\s*");

	private static final Map<String, Comparator> COMPARATORS = Map.ofEntries(Map.entry("", Comparator.EXACT),
			Map.entry(">", Comparator.GREATER), Map.entry("gt", Comparator.GREATER),
			Map.entry("greater than", Comparator.GREATER), Map.entry("more than", Comparator.GREATER),
			Map.entry("above", Comparator.GREATER), Map.entry("over", Comparator.GREATER),
			Map.entry("<", Comparator.LESS), Map.entry("lt", Comparator.LESS), Map.entry("less than", Comparator.LESS),
			Map.entry("below", Comparator.LESS), Map.entry("under", Comparator.LESS),
			Map.entry(">=", Comparator.GREATER_OR_EQUAL), Map.entry("ge", Comparator.GREATER_OR_EQUAL),
			Map.entry("\u2265", Comparator.GREATER_OR_EQUAL), Map.entry("<=", Comparator.LESS_OR_EQUAL),
			Map.entry("le", Comparator.LESS_OR_EQUAL), Map.entry("\u2264", Comparator.LESS_OR_EQUAL));

	private TextAmounts() {
	}

	/** The measurement, empty where the text is not certainly one. */
	public static Optional<Measured> read(String text) {
		Matcher matcher = AMOUNT.matcher(text);
		return matcher.matches()
				? Optional
					.of(measured(matcher, PARTS_THOUSANDS.matcher(matcher.group(2)).replaceAll("").replace(',', '.')))
				: Optional.empty();
	}

	/** What the text means if its digits are thousands; empty where they cannot be. */
	public static Optional<PerhapsThousands> thousands(String text) {
		Matcher matcher = PERHAPS_THOUSANDS.matcher(text);
		return matcher.matches() ? Optional
			.of(new PerhapsThousands(matcher.group(2), measured(matcher, matcher.group(2).replaceAll("[.,]", "")),
					measured(matcher, matcher.group(2).replace(',', '.'))))
				: Optional.empty();
	}

	private static Measured measured(Matcher matcher, String amount) {
		String comparator = Objects.toString(matcher.group(1), "").toLowerCase(Locale.ROOT);
		return new Measured(new BigDecimal(amount), Objects.requireNonNull(COMPARATORS.get(comparator)),
				new UnitText(Objects.toString(matcher.group(3), "").strip(), "", ""));
	}

	/** The flag behind a value ("2.1 mmol/L (LL)"), as a code of HL7's; empty without. */
	public static Optional<String> flag(String text) {
		Matcher matcher = FLAG.matcher(text);
		return matcher.matches() ? Optional.of((matcher.group(1) != null) ? matcher.group(1) : matcher.group(2))
				: Optional.empty();
	}

}
