package org.twitchingreference.clinical;

/**
 * The unit of a result exactly as the EHR wrote it: the human text and the coded unit,
 * each empty when it is missing.
 */
public record UnitText(String text, String system, String code) {

	public static final String UCUM = "http://unitsofmeasure.org";

	/** UCUM's unit for plain counts. */
	private static final String ONE = "1";

	/** What the physician sees: the EHR's own text, otherwise its code, but never "1". */
	public String shown() {
		String written = this.text.isBlank() ? this.code : this.text;
		return ONE.equals(written.strip()) ? "" : written;
	}

	/** Whether no unit is shown: none is given, or only UCUM's "1". */
	public boolean isMissingOrOne() {
		return shown().isBlank();
	}

	/** Whether neither a text nor a code is given. */
	public boolean isMissing() {
		return this.text.isBlank() && this.code.isBlank();
	}

}
