package org.twitchingreference.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.Chart;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One case of a file: a chart in one of three forms and what must come out for it. */
public record ClinicalCase(String file, JsonNode content) {

	private static final Path CASES = Path.of("src/test/resources/cases");

	private static final Path CHARTS = Path.of("src/test/resources/charts");

	private static final JsonMapper JSON = new JsonMapper();

	/** What a resource says unless it says otherwise. */
	private static final Map<String, String> DEFAULTS = Map.of("Patient", """
			{"gender": "male", "birthDate": "{T-45y}"}""", "Observation", """
			{"status": "final", "effectiveDateTime": "{T-2d}"}""", "Condition", """
			{"clinicalStatus": {"coding": [{"code": "active"}]},
			 "verificationStatus": {"coding": [{"code": "confirmed"}]}, "recordedDate": "{T}"}""", "MedicationRequest",
			"""
					{"status": "active", "intent": "order", "authoredOn": "{T-1y}"}""", "ServiceRequest", """
					{"status": "active", "intent": "order", "authoredOn": "{T}"}""", "DiagnosticReport", """
					{"status": "final", "effectiveDateTime": "{T-2d}"}""", "Procedure", """
					{"status": "completed", "performedDateTime": "{T-2d}"}""", "AllergyIntolerance", """
					{"clinicalStatus": {"coding": [{"code": "active"}]},
					 "verificationStatus": {"coding": [{"code": "confirmed"}]}}""");

	/** The cases of all files. */
	public static Stream<ClinicalCase> all() {
		return files().stream().flatMap(ClinicalCase::of);
	}

	private static Stream<ClinicalCase> of(Path file) {
		String name = file.getFileName().toString().replace(".json", "");
		try {
			return JSON.readTree(read(file)).valueStream().map((content) -> new ClinicalCase(name, content));
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					file + ": no JSON, " + ex.getOriginalMessage() + " in line " + ex.getLocation().getLineNr(), ex);
		}
	}

	Chart chart(LocalDate today) {
		return BundleChart.from(json(today).getBytes(StandardCharsets.UTF_8));
	}

	/** The Bundle with the days of that day. */
	public String json(LocalDate today) {
		return ChartDates.replace(bundle(), today);
	}

	String name() {
		return this.content.path("name").asString("");
	}

	/** Where the case stands, for what has to be changed there. */
	String at() {
		return CASES.resolve(this.file + ".json") + ", '" + name() + "'";
	}

	/** What the chart holds, without ids, so that charts can be compared. */
	List<JsonNode> resources() {
		return JSON.readTree(bundle())
			.required("entry")
			.valueStream()
			.map((entry) -> ((ObjectNode) entry.required("resource")).remove(List.of("id", "subject", "patient")))
			.map(JsonNode.class::cast)
			.toList();
	}

	/**
	 * What is narrowly absent here, by kind and id, with the name of a case that has it.
	 */
	Map<String, String> nearMisses() {
		return this.content.path("nearMiss")
			.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().stringValue()));
	}

	JsonNode expected() {
		if (name().isBlank() || !this.content.path("expect").isObject()) {
			throw new IllegalArgumentException(at() + ": each case needs a `name` and what to `expect`");
		}
		return this.content.required("expect");
	}

	private String bundle() {
		if (this.content.has("chart")) {
			return read(CHARTS.resolve(this.content.required("chart").stringValue() + ".json"));
		}
		return this.content.has("bundle") ? this.content.required("bundle").toString()
				: wrapped(this.content.required("resources"));
	}

	private static String wrapped(JsonNode resources) {
		ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
		ArrayNode entries = bundle.putArray("entry");
		if (resources.valueStream().noneMatch((resource) -> type(resource).equals("Patient"))) {
			entries.addObject().set("resource", complete(JSON.createObjectNode().put("resourceType", "Patient"), 0));
		}
		int number = 0;
		for (JsonNode resource : resources) {
			number++;
			entries.addObject().set("resource", complete((ObjectNode) resource.deepCopy(), number));
		}
		return bundle.toString();
	}

	/** A null removes a default. */
	private static ObjectNode complete(ObjectNode resource, int number) {
		String type = type(resource);
		ObjectNode defaults = (ObjectNode) JSON.readTree(DEFAULTS.getOrDefault(type, "{}"));
		defaults.put("id", type.equals("Patient") ? "p" : "r" + number);
		if (!type.equals("Patient") && !type.equals("Medication")) {
			defaults.putObject(Set.of("AllergyIntolerance", "NutritionOrder", "FamilyMemberHistory").contains(type)
					? "patient" : "subject")
				.put("reference", "Patient/p");
		}
		defaults.setAll(resource);
		List<String> removed = defaults.propertyStream()
			.filter((property) -> property.getValue().isNull())
			.map(Map.Entry::getKey)
			.toList();
		return defaults.remove(removed);
	}

	private static String type(JsonNode resource) {
		return resource.required("resourceType").stringValue();
	}

	private static List<Path> files() {
		try (Stream<Path> files = Files.list(CASES)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.file + ": " + name();
	}

}
