package org.twitchingreference.presentation.words;

/** Units as people write them, and values with them. */
public final class UnitWords {

	private UnitWords() {
	}

	/** The value with its unit, empty where there is none. */
	public static String amount(String value, String unit) {
		return (value + " " + of(unit)).strip();
	}

	/** "mL/min/1.73 m²" of UCUM's "mL/min/{1.73_m2}". */
	public static String of(String ucum) {
		return ucum.replace("{1.73_m2}", "1.73 m\u00b2").replace("[IU]", "IU").replace("{score}", "points");
	}

}
