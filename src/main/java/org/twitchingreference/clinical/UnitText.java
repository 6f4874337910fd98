package org.twitchingreference.clinical;

/**
 * The unit of a result exactly as the EHR wrote it: the human text and the coded unit,
 * each empty when it is missing.
 */
public record UnitText(String text, String system, String code) {

	public static final String UCUM = "http://unitsofmeasure.org";

	/** What the physician is shown: the EHR's own text, else its code. */
	public String shown() {
		return this.text.isBlank() ? this.code : this.text;
	}

	public boolean isMissing() {
		return this.text.isBlank() && this.code.isBlank();
	}

}
