package org.twitchingreference.presentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;

import org.springframework.context.MessageSource;

/**
 * Says a reason in words: those of messages.properties under "reason." and its code, with
 * the arguments said in their places. Whole numbers stay numbers, so that the words can
 * choose between one and several.
 */
public final class ReasonWords {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

	private final MessageSource messages;

	public ReasonWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The words of the reason, a fragment without a full stop unless the bundle has one.
	 */
	public String of(Reason reason) {
		Object[] said = reason.arguments().stream().map(this::said).toArray();
		return this.messages.getMessage("reason." + reason.code().code(), said, Locale.ENGLISH);
	}

	private Object said(Object argument) {
		return (argument instanceof Integer) ? argument : words(argument);
	}

	private String words(Object argument) {
		if (argument instanceof Reason reason) {
			return of(reason);
		}
		if (argument instanceof List<?> several) {
			return several.stream().map(this::words).collect(Collectors.joining(", "));
		}
		if (argument instanceof Enum<?> choice) {
			return this.messages.getMessage(key(choice), null, Locale.ENGLISH);
		}
		if (argument instanceof BigDecimal amount) {
			return amount.stripTrailingZeros().toPlainString();
		}
		if (argument instanceof LocalDate day) {
			return DAY.format(day);
		}
		return (argument instanceof ChartTime time) ? day(time) : argument.toString();
	}

	/** A choice is said as it is said alone: "reason.part.LABORATORY". */
	private static String key(Enum<?> choice) {
		String type = choice.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
		return "reason." + type.toLowerCase(Locale.ROOT) + "." + choice.name();
	}

	private static String day(ChartTime time) {
		String first = DAY.format(time.firstDay());
		return time.isPrecise() ? DAY.format(time.lastDay()) : first + " to " + DAY.format(time.lastDay());
	}

}
