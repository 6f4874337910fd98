package org.twitchingreference.clinical;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something is the case, or is not known: a code with its arguments, in the order of
 * its parameters. An argument is a word of the chart or the knowledge (String), a number,
 * a {@link Quantity}, a LocalDate or {@link ChartTime}, an enum constant, another reason,
 * or a list of these. Reasons are compared as values; their words are made in the package
 * presentation only.
 */
public record Reason(ReasonCode code, List<Object> arguments) {

	public Reason {
		arguments = arguments.stream().map(Reason::plain).toList();
		if (arguments.size() != code.parameters().size()) {
			throw new IllegalArgumentException(
					code.code() + " takes the arguments " + code.parameters() + ", not " + arguments.size());
		}
	}

	/** The reason with its arguments in the order of the code's parameters. */
	public static Reason of(ReasonCode code, Object... arguments) {
		return new Reason(code, List.of(arguments));
	}

	/** Trailing zeros do not make numbers different. */
	private static Object plain(Object argument) {
		if (argument instanceof Quantity quantity) {
			return new Quantity(quantity.amount().stripTrailingZeros(), quantity.unit());
		}
		return (argument instanceof BigDecimal amount) ? amount.stripTrailingZeros() : argument;
	}

	/** Whether its code is this one, whatever its arguments. */
	public boolean is(ReasonCode other) {
		return this.code == other;
	}

	/** Whether it is the other reason, or one of its arguments is or contains it. */
	public boolean contains(Reason other) {
		return equals(other)
				|| this.arguments.stream().anyMatch((one) -> one instanceof Reason inner && inner.contains(other));
	}

	/** The arguments by the names of the code's parameters. */
	public Map<String, Object> argumentsByName() {
		Map<String, Object> named = new LinkedHashMap<>();
		for (int at = 0; at < this.arguments.size(); at++) {
			named.put(this.code.parameters().get(at), this.arguments.get(at));
		}
		return Collections.unmodifiableMap(named);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Reason[" + this.code.code() + "]";
	}

}
