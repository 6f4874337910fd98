package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.SingleValidationMessage;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.knowledge.load.artifact.Extensions;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtifactsValidateTests {

	private static final Path ACCEPTED = Path.of("src/test/resources/knowledge/accepted-warnings.csv");

	/** Before the names of the README's examples, which are also those of files. */
	private static final String EXAMPLE = "example ";

	private final Map<String, String> artifacts = ArtifactFiles.in(ArtifactFiles.FOLDER);

	private final ArtifactValidator validator = new ArtifactValidator();

	private final Map<String, List<String>> messages = this.validator.validate(artifactsAndExamples());

	@ParameterizedTest
	@MethodSource("files")
	void isValidR4AndUsesOurExtensionsAsDefined(String file) throws IOException {
		List<String> accepted = accepted();

		assertThat(messages(file))
			.as("Correct fhir-resources/%s; a warning that has to stay goes into %s with its reason", file, ACCEPTED)
			.allMatch((message) -> accepted.stream().anyMatch(message::contains));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void findsTheExamplesOfTheReadmeValid(String file) throws IOException {
		List<String> accepted = accepted();

		assertThat(messages(EXAMPLE + file)).as("Correct %s in fhir-resources/README.md", file)
			.allMatch((message) -> accepted.stream().anyMatch(message::contains));
	}

	private static Stream<String> examples() {
		return new WorkedExamples().artifacts().keySet().stream();
	}

	@Test
	void acceptsNoWarningThatIsNotGiven() throws IOException {
		Set<String> given = files().flatMap((file) -> messages(file).stream()).collect(Collectors.toSet());

		assertThat(accepted()).as("Nothing is warned of like this any more: delete these lines of %s", ACCEPTED)
			.allSatisfy((accepted) -> assertThat(given).anyMatch((message) -> message.contains(accepted)));
	}

	/** What is validated together is still told apart. */
	@Test
	void findsWhatIsWrongInOneOfMany() {
		String sound = "PlanDefinition/PlanDefinition-als.json";
		String wrong = text(sound).replaceFirst("\"valueCode\": \"problem-active\"", "\"valueInteger\": 1");
		Map<String, List<String>> found = this.validator.validate(Map.of("sound", text(sound), "wrong", wrong));

		assertThat(found).containsOnlyKeys("sound", "wrong").containsEntry("sound", messages(sound));
		assertThat(found.get("wrong"))
			.anyMatch((message) -> message.contains("definition allows for the type code but found type integer"));
	}

	@Test
	void rejectsAnExtensionWhereItDoesNotBelong() {
		String file = "PlanDefinition/PlanDefinition-als.json";
		String misplaced = text(file).replaceFirst("\"title\"",
				"\"extension\": [{ \"url\": \"" + Extensions.BASE + "urgency\", \"valueCode\": \"soon\" }], \"title\"");

		assertThat(this.validator.validate(misplaced)).extracting(SingleValidationMessage::getMessage)
			.anyMatch((message) -> message.contains("urgency is not allowed to be used at this point"));
	}

	@Test
	void rejectsAPartOfAnExtensionOfAnotherType() {
		String wrong = text("PlanDefinition/PlanDefinition-als.json").replaceFirst("\"valueCode\": \"problem-active\"",
				"\"valueInteger\": 1");

		assertThat(this.validator.validate(wrong)).extracting(SingleValidationMessage::getMessage)
			.anyMatch((message) -> message.contains("definition allows for the type code but found type integer"));
	}

	@Test
	void namesOnlyElementsOfR4AsThePlacesOfExtensions() {
		Set<String> elements = new DefaultProfileValidationSupport(FhirContext.forR4Cached())
			.<StructureDefinition>fetchAllStructureDefinitions()
			.stream()
			.flatMap((definition) -> definition.getSnapshot().getElement().stream())
			.map(ElementDefinition::getPath)
			.collect(Collectors.toSet());
		List<String> places = definitions().flatMap((definition) -> definition.getContext().stream())
			.filter((place) -> place.getType() == StructureDefinition.ExtensionContextType.ELEMENT)
			.map(StructureDefinition.StructureDefinitionContextComponent::getExpression)
			.toList();

		assertThat(places).isNotEmpty().isSubsetOf(elements);
	}

	private String text(String file) {
		return Objects.requireNonNull(this.artifacts.get(file), file);
	}

	private Stream<String> files() {
		return this.artifacts.keySet().stream();
	}

	private List<String> messages(String file) {
		return Objects.requireNonNull(this.messages.get(file), file);
	}

	private Map<String, String> artifactsAndExamples() {
		Map<String, String> all = new TreeMap<>(this.artifacts);
		new WorkedExamples().artifacts().forEach((file, text) -> all.put(EXAMPLE + file, text));
		return all;
	}

	private Stream<StructureDefinition> definitions() {
		return files().filter((file) -> file.startsWith("StructureDefinition/"))
			.map((file) -> FhirContext.forR4Cached()
				.newJsonParser()
				.parseResource(StructureDefinition.class, text(file)));
	}

	private static List<String> accepted() throws IOException {
		return Files.readAllLines(ACCEPTED).stream().skip(1).map((line) -> line.split(";")[0]).toList();
	}

}
