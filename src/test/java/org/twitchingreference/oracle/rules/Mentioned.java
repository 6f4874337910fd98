package org.twitchingreference.oracle.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

	/** What only one of the two mentions, in words. */
	List<String> differences(Mentioned cql) {
		return Stream
			.of(difference("value sets", this.valueSets, cql.valueSets),
					difference("analytes", this.analytes, cql.analytes), difference("rules", this.rules, cql.rules),
					difference("numbers", this.numbers, cql.numbers), difference("words", this.words, cql.words))
			.flatMap(List::stream)
			.toList();
	}

	private static <T> List<String> difference(String what, Set<T> artifact, Set<T> cql) {
		Set<T> notInCql = new TreeSet<>(artifact);
		notInCql.removeAll(cql);
		Set<T> notInArtifact = new TreeSet<>(cql);
		notInArtifact.removeAll(artifact);
		List<String> differences = new ArrayList<>();
		if (!notInCql.isEmpty()) {
			differences.add("the CQL lacks the " + what + " " + notInCql);
		}
		if (!notInArtifact.isEmpty()) {
			differences.add("the plan lacks the " + what + " " + notInArtifact);
		}
		return differences;
	}

}
