package org.twitchingreference.chart;

import java.util.List;
import java.util.Set;

/**
 * What a report itself says about a result (one interpretation): codes of HL7's tables or
 * of no table, the words beside them, and what is shown.
 */
public record ReportFlag(Set<String> codes, List<String> words, String shown) {

	public ReportFlag {
		codes = Set.copyOf(codes);
		words = List.copyOf(words);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "ReportFlag[...]";
	}

}
