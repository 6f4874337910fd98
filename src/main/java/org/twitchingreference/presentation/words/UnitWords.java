package org.twitchingreference.presentation.words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

import org.twitchingreference.clinical.Quantity;

/** Units as people write them, and values with them. */
public final class UnitWords {

	private UnitWords() {
	}

	/** The value with its unit, empty where there is none. */
	public static String amount(String value, String unit) {
		return (value + " " + of(unit)).strip();
	}

	/** "2,700 mg" of a quantity. */
	public static String amount(Object quantity) {
		return (quantity instanceof Quantity amount) ? amount(number(amount.amount()), amount.unit())
				: quantity.toString();
	}

	/** "2,700". */
	public static String number(BigDecimal amount) {
		return NumberFormat.getInstance(Locale.ENGLISH).format(amount);
	}

	/** "mL/min/1.73 m²" of UCUM's "mL/min/{1.73_m2}". */
	public static String of(String ucum) {
		return ucum.replace("{1.73_m2}", "1.73 m\u00b2").replace("[IU]", "IU").replace("{score}", "points");
	}

}
