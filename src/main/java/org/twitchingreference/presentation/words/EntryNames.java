package org.twitchingreference.presentation.words;

import java.util.regex.Pattern;

/** Names of results and problems as they stand in a sentence. */
public final class EntryNames {

	/** What LOINC's long names add: " [Moles/volume] in Serum or Plasma". */
	private static final Pattern PROPERTY_AND_SPECIMEN = Pattern
		.compile(" \\[[^\\]]{1,40}\\] in (?:Serum, Plasma or Blood|Serum or Plasma|Serum|Plasma|Blood)\\b");

	/** What SNOMED CT's full names add: " (finding)". */
	private static final Pattern SEMANTIC_TAG = Pattern
		.compile(" \\((?:finding|disorder|situation|procedure|observable entity)\\)$");

	private EntryNames() {
	}

	/**
	 * "Potassium" of "Potassium [Moles/volume] in Blood", "Stress" of "Stress (finding)";
	 * any other name, and that of another specimen, as it is written.
	 */
	public static String brief(String name) {
		return SEMANTIC_TAG.matcher(PROPERTY_AND_SPECIMEN.matcher(name).replaceFirst("")).replaceFirst("");
	}

}
