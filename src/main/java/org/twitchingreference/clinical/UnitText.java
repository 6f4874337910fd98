package org.twitchingreference.clinical;

/**
 * The unit of a result exactly as the EHR wrote it: the human text and the coded unit,
 * each empty when it is missing.
 */
public record UnitText(String text, String system, String code) {

	public static final String UCUM = "http://unitsofmeasure.org";

	/** UCUM's unit of what is only counted. */
	private static final String ONE = "1";

	/** What the physician is shown: the EHR's own text, else its code, but no "1". */
	public String shown() {
		String written = this.text.isBlank() ? this.code : this.text;
		return ONE.equals(written) ? "" : written;
	}

	public boolean isMissing() {
		return this.text.isBlank() && this.code.isBlank();
	}

}
