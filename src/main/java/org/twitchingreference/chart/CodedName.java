package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.Code;

/**
 * What the chart calls a medicine, or an ingredient of one: its name, whether that is in
 * words or a code only, and its codes.
 */
public record CodedName(String name, boolean inWords, List<Code> codes) {

	/** For something without name and code. */
	public static final CodedName NOTHING = new CodedName("", false, List.of());

	public CodedName {
		codes = List.copyOf(codes);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "CodedName[...]";
	}

}
