package org.twitchingreference.knowledge;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.MissingCases;

/**
 * What people have to write beside the artifacts before the tests pass: definitions in
 * CQL and cases.
 */
public final class MissingByHand {

	private static final Path RULES = Path.of("fhir-resources/cql/TwitchingReference.cql");

	private MissingByHand() {
	}

	/** A line for each, with the file. */
	static Stream<String> lines(Knowledge knowledge) {
		return Stream.concat(definitions(knowledge), MissingCases.lines(knowledge));
	}

	/** A line for each rule that is not in CQL. */
	public static Stream<String> definitions(Knowledge knowledge) {
		String rules = Table.read(RULES);
		List<String> ids = Stream
			.concat(knowledge.rules().stream().map(Rule::id), knowledge.effects().stream().map(Effect::id))
			.toList();
		return ids.stream()
			.filter((id) -> !rules.contains("\ndefine \"" + id + "\":"))
			.map((id) -> "Still to write: `define \"" + id + "\"` in " + RULES);
	}

}
