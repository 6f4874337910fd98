package org.twitchingreference.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The actions of the PlanDefinitions as their files state them, apart from the loader:
 * their source labels, and the codes of the value sets that their criteria name.
 */
final class PublishedActions {

	private static final Path FOLDER = Path.of("fhir-resources");

	private final Map<String, JsonNode> valueSets = byId("ValueSet");

	private final Map<String, JsonNode> actions = new TreeMap<>();

	private final Map<String, String> plans = new HashMap<>();

	private final Map<String, String> inputs = new HashMap<>();

	PublishedActions() {
		byId("PlanDefinition").values().forEach((plan) -> plan.required("action").forEach((action) -> {
			this.actions.put(id(action), action);
			this.plans.put(id(action), id(plan));
			action.path("input")
				.forEach((input) -> this.inputs.put(id(plan) + "/" + id(input),
						input.path("codeFilter").path(0).path("valueSet").asString("")));
		}));
	}

	Set<String> ids() {
		return this.actions.keySet();
	}

	/** The id of the plan that has the action. */
	String plan(String action) {
		return Objects.requireNonNull(this.plans.get(action), action);
	}

	/** What the action says of why it is there, where nothing else asks for it. */
	List<String> reasons(String action) {
		return action(action).required("documentation").findValuesAsString("display");
	}

	/** The labels of what the action names as its sources. */
	Set<String> sources(String action) {
		return action(action).required("documentation")
			.findValuesAsString("label")
			.stream()
			.collect(Collectors.toSet());
	}

	/** The labels that the tests and options name as their sources. */
	static Set<String> sourcesOfActivities() {
		return byId("ActivityDefinition").values()
			.stream()
			.flatMap((activity) -> activity.path("extension").valueStream())
			.map((extension) -> extension.path("valueString").asString(""))
			.collect(Collectors.toSet());
	}

	/** The codes that the action's criteria look for, with those of included sets. */
	Set<Code> codes(String action) {
		Set<Code> codes = new HashSet<>();
		JsonNode node = action(action);
		Stream.of(node.path("condition"), node.path("extension"))
			.flatMap((part) -> part.findParents("url").stream())
			.filter((part) -> Set.of("input", "other").contains(part.path("url").asString("")))
			.map((part) -> this.inputs
				.getOrDefault(this.plans.get(action) + "/" + part.required("valueString").stringValue(), ""))
			.filter((valueSet) -> !valueSet.isEmpty())
			.forEach((valueSet) -> add(codes, valueSet));
		return codes;
	}

	private JsonNode action(String id) {
		return Objects.requireNonNull(this.actions.get(id), id);
	}

	private void add(Set<Code> codes, String canonical) {
		JsonNode valueSet = Objects
			.requireNonNull(this.valueSets.get(canonical.substring(canonical.lastIndexOf('/') + 1)), canonical);
		valueSet.required("compose").required("include").forEach((include) -> {
			String system = include.path("system").asString("");
			include.path("concept")
				.forEach((concept) -> codes.add(new Code(system, concept.required("code").stringValue())));
			include.path("filter")
				.forEach((filter) -> codes.add(new Code(system, filter.required("value").stringValue())));
			include.path("valueSet").forEach((included) -> add(codes, included.stringValue()));
		});
	}

	/** The artifacts of one type by their ids. */
	static Map<String, JsonNode> byId(String type) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(type))) {
			return files.map((file) -> new JsonMapper().readTree(Table.read(file)))
				.collect(Collectors.toMap(PublishedActions::id, (artifact) -> artifact));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String id(JsonNode artifact) {
		return artifact.required("id").stringValue();
	}

}
