package org.twitchingreference.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Charts of a wanted size, made by repeating the resources of a Synthea patient under new
 * ids.
 */
final class SizedChart {

	private static final Path PATIENT = Path.of("src/test/resources/patients/belva-mayert.json.gz");

	private static final Set<String> READ = Set.of("Observation", "Condition", "MedicationRequest");

	private static final JsonMapper JSON = new JsonMapper();

	private SizedChart() {
	}

	/** A Bundle with one patient and so many resources altogether. */
	static String of(int resources) {
		JsonNode bundle = read();
		List<JsonNode> entries = bundle.required("entry").valueStream().toList();
		List<JsonNode> repeated = entries.stream().filter((entry) -> READ.contains(type(entry))).toList();
		ObjectNode sized = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
		ArrayNode into = sized.putArray("entry");
		entries.stream().filter((entry) -> type(entry).equals("Patient")).forEach(into::add);
		entries.stream().filter((entry) -> type(entry).equals("Medication")).forEach(into::add);
		for (int number = 0; into.size() < resources; number++) {
			ObjectNode entry = (ObjectNode) repeated.get(spread(number, repeated.size())).deepCopy();
			entry.remove("fullUrl");
			((ObjectNode) entry.required("resource")).put("id", "r" + number);
			into.add(entry);
		}
		return sized.toString();
	}

	/** Takes from all over the chart, so that small ones hold every kind too. */
	private static int spread(int number, int of) {
		return (int) ((number * 7919L) % of);
	}

	private static String type(JsonNode entry) {
		return entry.at("/resource/resourceType").stringValue();
	}

	private static JsonNode read() {
		try (GZIPInputStream input = new GZIPInputStream(Files.newInputStream(PATIENT))) {
			return JSON.readTree(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
