package org.twitchingreference.assess.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;

/**
 * A reason as a program reads it: its code, and its arguments by name. Numbers are texts,
 * days those of ISO 8601, choices their names, reasons within it objects like it.
 */
record ReasonJson(String code, Map<String, Object> arguments) {

	static List<ReasonJson> list(List<Reason> reasons) {
		return reasons.stream().map(ReasonJson::of).toList();
	}

	static ReasonJson of(Reason reason) {
		Map<String, Object> arguments = new LinkedHashMap<>();
		reason.argumentsByName().forEach((name, argument) -> arguments.put(name, value(argument)));
		return new ReasonJson(reason.code().code(), arguments);
	}

	private static Object value(Object argument) {
		if (argument instanceof Reason reason) {
			return of(reason);
		}
		if (argument instanceof List<?> several) {
			return several.stream().map(ReasonJson::value).toList();
		}
		if (argument instanceof Enum<?> choice) {
			return AssessmentJson.word(choice);
		}
		if (argument instanceof Quantity quantity) {
			return new Amount(plain(quantity.amount()), quantity.unit());
		}
		return plain(argument);
	}

	private static String plain(Object argument) {
		if (argument instanceof BigDecimal amount) {
			return amount.toPlainString();
		}
		return (argument instanceof ChartTime time) ? IsoDates.of(time) : argument.toString();
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "ReasonJson[" + this.code + "]";
	}

	/** A number with its UCUM unit. */
	record Amount(String value, String unit) {

	}

}
