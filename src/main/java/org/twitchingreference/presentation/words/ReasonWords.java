package org.twitchingreference.presentation.words;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;

import org.springframework.context.MessageSource;

/**
 * Puts a reason into words: those of messages.properties under "reason." and its code,
 * with the arguments put into words too. Whole numbers stay numbers, so that the words
 * can distinguish singular and plural.
 */
public final class ReasonWords {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	/**
	 * Reasons whose arguments are titles of the knowledge, in the form they have inside a
	 * sentence.
	 */
	private static final Set<String> TITLES_INSIDE = Set.of("rests-on-chart", "rests-on-unknown", "asked-with",
			"take-with");

	private final MessageSource messages;

	private final boolean addressed;

	public ReasonWords(MessageSource messages) {
		this(messages, false);
	}

	private ReasonWords(MessageSource messages, boolean addressed) {
		this.messages = messages;
		this.addressed = addressed;
	}

	/**
	 * The words for programs, which name the references of entries ("Observation/k1").
	 */
	public static ReasonWords withAddresses(MessageSource messages) {
		return new ReasonWords(messages, true);
	}

	/**
	 * The words of the reason, a fragment without a full stop unless the bundle has one.
	 */
	public String of(Reason reason) {
		String code = reason.code().code();
		Object[] arguments = reason.arguments().stream().map((argument) -> argument(code, argument)).toArray();
		String key = "reason." + code;
		String own = this.addressed ? this.messages.getMessage(key + ".addressed", arguments, null, Locale.ENGLISH)
				: null;
		return (own != null) ? own : get(key, arguments);
	}

	/** The words of each. */
	public List<String> of(List<Reason> reasons) {
		return reasons.stream().map(this::of).toList();
	}

	private Object argument(String code, Object argument) {
		return (argument instanceof Integer) ? argument : words(code, argument);
	}

	private String words(String code, Object argument) {
		if (argument instanceof Reason reason) {
			return of(reason);
		}
		if (argument instanceof List<?> several) {
			return several.stream().map((one) -> words(code, one)).collect(Collectors.joining(", "));
		}
		if (argument instanceof Enum<?> choice) {
			return choice(code, choice);
		}
		return TITLES_INSIDE.contains(code) ? Wording.within(plain(argument)) : plain(argument);
	}

	private String plain(Object argument) {
		if (argument instanceof BigDecimal amount) {
			return amount.stripTrailingZeros().toPlainString();
		}
		if (argument instanceof Quantity quantity) {
			return UnitWords.amount(quantity.amount().stripTrailingZeros().toPlainString(), quantity.unit());
		}
		if (argument instanceof LocalDate day) {
			return DAY.format(day);
		}
		return (argument instanceof ChartTime time) ? day(time) : EntryNames.brief(argument.toString());
	}

	/**
	 * "reason.part.LABORATORY", or what one code calls it:
	 * "reason.chart-part.LABORATORY".
	 */
	private String choice(String code, Enum<?> choice) {
		String own = this.messages.getMessage("reason." + code + "." + choice.name(), null, null, Locale.ENGLISH);
		return (own != null) ? own : get(key(choice), null);
	}

	private static String key(Enum<?> choice) {
		String type = choice.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
		return "reason." + type.toLowerCase(Locale.ROOT) + "." + choice.name();
	}

	private String day(ChartTime time) {
		String first = DAY.format(time.firstDay());
		return time.isPrecise() ? first : get("time.span", new Object[] { first, DAY.format(time.lastDay()) });
	}

	private String get(String key, Object @Nullable [] arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
