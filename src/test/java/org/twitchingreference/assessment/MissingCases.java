package org.twitchingreference.assessment;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Knowledge;

/** What the clinical cases still leave out of the knowledge, and how to write it. */
public final class MissingCases {

	private MissingCases() {
	}

	/** What cases have to be written still, a line for each. */
	public static Stream<String> lines(Knowledge knowledge) {
		List<ClinicalCase> cases = ClinicalCase.all().toList();
		Coverage coverage = new Coverage(knowledge);
		Set<String> outcomes = coverage.wanted();
		outcomes.removeAll(Coverage.expected(cases));
		outcomes.removeAll(Coverage.exceptions().keySet());
		Set<String> misses = coverage.wantedNearMisses();
		cases.forEach((one) -> misses.removeAll(one.nearMisses().keySet()));
		return Stream
			.concat(outcomes.stream().map(MissingCases::remedy), misses.stream().map(MissingCases::remedyOfNearMiss))
			.map((remedy) -> "Still to write: in a file of src/test/resources/cases " + remedy);
	}

	/** What a case has to say to cover such an outcome. */
	static String remedy(String what) {
		String[] parts = what.split(":", -1);
		String expected = switch (parts[0]) {
			case "red-flag" -> "\"redFlags\": [\"" + parts[1] + "\"]";
			case "caution" -> "\"cautions\": [\"" + parts[1] + "\"]";
			default -> "\"" + parts[0] + "s\": {\"" + parts[1] + "\": \"" + parts[2] + "\"}";
		};
		return "a case with `\"expect\": {" + expected + "}`";
	}

	/** What a case has to say to be such a near miss. */
	static String remedyOfNearMiss(String what) {
		return "a case with `\"nearMiss\": {\"" + what
				+ "\": \"<name of a case that has it>\"}` that expects it not to "
				+ "be there, and differs from that case in one or two resources";
	}

}
