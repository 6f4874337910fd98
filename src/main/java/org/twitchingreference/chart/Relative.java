package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.Code;

/**
 * One disease of one relative (FHIR FamilyMemberHistory.condition): the reference of the
 * entry, who it is ("mother"; never a name), what the disease is called, all that it is
 * called, and its codes.
 */
public record Relative(String reference, String relation, String disease, List<String> names, List<Code> codes) {

	public Relative {
		names = List.copyOf(names);
		codes = List.copyOf(codes);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Relative[...]";
	}

}
