package org.twitchingreference.oracle.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.load.WorkedExamples;
import org.twitchingreference.oracle.engine.ArtifactFiles;
import org.twitchingreference.oracle.engine.CqlLibraries;

import static org.assertj.core.api.Assertions.assertThat;

/** The CQL of the examples in fhir-resources/README.md says what their artifacts say. */
class WorkedExampleCqlTests {

	private static final List<String> RULES = List.of("low-phosphate", "aminoquinoline-potassium");

	private final WorkedExamples examples = new WorkedExamples();

	@Test
	void mentionsWhatTheArtifactsMention() {
		Elm elm = new Elm(new CqlLibraries((library, text) -> with(text, this.examples.cql(library))));
		Map<String, Mentioned> cql = new RulesInCql(elm).all();
		Map<String, Mentioned> artifacts = new RulesInArtifacts(
				examples("ObservationDefinition", ObservationDefinition.class),
				examples("PlanDefinition", PlanDefinition.class))
			.all();

		assertThat(elm.definitions("Results")).contains("lactate", "lactate critical");
		assertThat(RULES).allSatisfy((id) -> assertThat(cql.get(id)).isNotNull().isEqualTo(artifacts.get(id)));
	}

	/** Value sets are declared before the definitions, which stand in any order. */
	private static String with(String library, String example) {
		Map<Boolean, List<String>> lines = example.lines()
			.collect(Collectors.partitioningBy((line) -> line.startsWith("valueset ")));
		String declared = String.join("\n", Objects.requireNonNull(lines.get(true)));
		String defined = String.join("\n", Objects.requireNonNull(lines.get(false)));
		return library.replaceFirst("\nvalueset ", Matcher.quoteReplacement("\n" + declared + "\nvalueset ")) + "\n"
				+ defined + "\n";
	}

	/** The real artifacts of the type with those of the examples. */
	private <T extends Resource> List<T> examples(String type, Class<T> kind) {
		Stream<T> added = this.examples.artifacts()
			.entrySet()
			.stream()
			.filter((file) -> file.getKey().startsWith(type))
			.map((file) -> FhirContext.forR4Cached().newJsonParser().parseResource(kind, file.getValue()));
		return Stream.concat(ArtifactFiles.all(kind).stream(), added).toList();
	}

}
