package org.twitchingreference.knowledge.load;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactsMetadataTests {

	private static final Set<String> OF_A_REVIEW = Set.of("approvalDate", "lastReviewDate",
			"http://hl7.org/fhir/StructureDefinition/artifact-approvalDate",
			"http://hl7.org/fhir/StructureDefinition/artifact-lastReviewDate");

	private final Map<String, JsonNode> artifacts = new TreeMap<>();

	ArtifactsMetadataTests() {
		ArtifactFiles.in(ArtifactFiles.FOLDER)
			.forEach((file, json) -> this.artifacts.put(file, new JsonMapper().readTree(json)));
	}

	@Test
	void saysOfNoArtifactThatAPhysicianHasReviewedIt() {
		assertThat(this.artifacts).hasSizeGreaterThan(250).allSatisfy((file, artifact) -> {
			assertThat(OF_A_REVIEW).as("%s: no physician has reviewed it, take these out", file)
				.noneMatch((field) -> artifact.toString().contains("\"" + field + "\""));
			assertThat(status(artifact)).as("%s: write \"status\": \"draft\"", file).isEqualTo("draft");
		});
	}

	/** Once loaded, all have it; that a start without it fails is tested per type. */
	@Test
	void givesEveryArtifactTheVersionOfTheReference() {
		String version = KnowledgeConfiguration.knowledge().version();

		assertThat(this.artifacts).allSatisfy((file, artifact) -> assertThat(version(artifact))
			.as("%s: write the version of Library/Library-muscle-twitching-reference.json", file)
			.isEqualTo(version));
	}

	@Test
	void saysOfEveryPlanWhereItsSourcesStandAndThatItIsARule() {
		assertThat(this.artifacts).anySatisfy((file, artifact) -> assertThat(file).startsWith("PlanDefinition/"));
		this.artifacts.forEach((file, artifact) -> {
			if (file.startsWith("PlanDefinition/")) {
				assertThat(artifact.path("type").path("coding").path(0).path("code").asString(""))
					.as("%s: type.coding.code must be", file)
					.isEqualTo("eca-rule");
				assertThat(
						artifact.path("relatedArtifact").valueStream().map((one) -> one.path("resource").asString("")))
					.as("%s: relatedArtifact must name as depends-on", file)
					.contains(Artifacts.BASE + "Library/source-document", Artifacts.BASE + "Library/bibliography");
				assertThat(artifact.path("action").valueStream()).as("%s: each action needs documentation", file)
					.allMatch((action) -> !action.path("documentation").isEmpty());
			}
		});
	}

	@Test
	void saysOfEveryPlanThatAsksWhereItsQuestionsStand() {
		Map<String, JsonNode> asking = new TreeMap<>(this.artifacts);
		asking.values().removeIf((artifact) -> !artifact.toString().contains("{\"url\":\"question\""));

		assertThat(asking).isNotEmpty()
			.allSatisfy((file, artifact) -> assertThat(artifact.path("relatedArtifact").toString())
				.as("%s: it asks a question, so relatedArtifact must name the questionnaire", file)
				.contains(QuestionReader.QUESTIONNAIRE));
	}

	private static String status(JsonNode artifact) {
		return artifact.has("status") ? artifact.path("status").asString("") : standard(artifact, "status");
	}

	private static String version(JsonNode artifact) {
		return artifact.has("version") ? artifact.path("version").asString("") : standard(artifact, "version");
	}

	/** The value of a standard extension of an artifact without own elements. */
	private static String standard(JsonNode artifact, String name) {
		String url = "http://hl7.org/fhir/StructureDefinition/artifact-" + name;
		return Stream.of("extension", "modifierExtension")
			.flatMap((field) -> artifact.path(field).valueStream())
			.filter((extension) -> url.equals(extension.path("url").asString("")))
			.map((extension) -> extension.path("valueString").asString(extension.path("valueCode").asString("")))
			.findFirst()
			.orElse("");
	}

}
