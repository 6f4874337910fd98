package org.twitchingreference.oracle;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rule mentions, whichever language it is written in: value sets, analytes, other
 * rules, numbers and words (thresholds, sex). A slip of the pen in one of the languages
 * shows as a difference, also where no chart brings it to light.
 */
record Mentioned(Set<String> valueSets, Set<String> analytes, Set<String> rules, Set<BigDecimal> numbers,
		Set<String> words) {

	static Mentioned nothing() {
		return new Mentioned(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
	}

}
