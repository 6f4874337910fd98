package org.twitchingreference.presentation.words;

import java.util.regex.Pattern;

/** Names of results as they are said in a sentence. */
public final class ResultNames {

	/** What LOINC's long names add: " [Moles/volume] in Serum or Plasma". */
	private static final Pattern PROPERTY_AND_SPECIMEN = Pattern
		.compile(" \\[[^\\]]{1,40}\\] in (?:Serum, Plasma or Blood|Serum or Plasma|Serum|Plasma|Blood)\\b");

	private ResultNames() {
	}

	/**
	 * "Potassium" of "Potassium [Moles/volume] in Blood"; any other name, and that of
	 * another specimen, as it is written.
	 */
	public static String brief(String name) {
		return PROPERTY_AND_SPECIMEN.matcher(name).replaceFirst("");
	}

}
