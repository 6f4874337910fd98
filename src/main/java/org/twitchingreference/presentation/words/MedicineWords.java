package org.twitchingreference.presentation.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of medicines as they stand in a sentence. */
public final class MedicineWords {

	/** A name in RxNorm's form: hours, one ingredient, a strength, a dose form. */
	private static final Pattern WITH_STRENGTH = Pattern.compile(
			"(?:\\d{1,2} HR )?([^/\\d]{3,80}?) \\d[\\d.,]*\\s?(?:mg|mcg|ug|g|ml|meq|unt)\\b[^/]*",
			Pattern.CASE_INSENSITIVE);

	private MedicineWords() {
	}

	/**
	 * "Gabapentin" of "24 HR Gabapentin 300 MG Oral Tablet"; any other name, and that of
	 * several ingredients, as it is written.
	 */
	public static String brief(String name) {
		Matcher written = WITH_STRENGTH.matcher(name);
		return Wording.first(written.matches() ? written.group(1) : name);
	}

}
