package org.twitchingreference.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.Held;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.HostileTexts;
import org.twitchingreference.mapping.json.UnusableBundleException;
import org.twitchingreference.sandbox.chart.ChartDates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred thousand characters in every text of every type that is read, and a million
 * in those that are shown: displays, texts, units, ids, codes, systems. A chart is kept
 * for as long as its launch, so none of it may stay.
 */
class BoundedTextsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** Letters: a number of so many digits is no measurement, and not read at all. */
	private static final String LONG = "x".repeat(100_000);

	private static final String HUGE = "x".repeat(1_000_000);

	private static final Set<String> SHOWN = Set.of("id", "name.text", "code.text", "code.coding.display",
			"code.coding.code", "code.coding.system", "valueQuantity.unit", "valueQuantity.code", "note.text");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	/** Of all texts of a chart: less than one that is kept as it is. */
	private static final long MOST = 60_000;

	/** Copies of a resource in one chart, each with a long text at another place. */
	private static final int TOGETHER = 20;

	/** What there is one of, or what others refer to: the same resource every time. */
	private static final Set<String> ALONE = Set.of("Patient", "Medication");

	/** Another than the launch's is nobody's chart. */
	private static final String WHO = "Patient.id";

	@ParameterizedTest
	@MethodSource
	void noTextOfAChartIsKeptAtAnyLength(String type, ObjectNode bundle, int number) {
		List<HostileTexts.Place> places = HostileTexts.placesIn(type)
			.stream()
			.filter((place) -> !(type + "." + place).equals(WHO))
			.toList();
		int together = ALONE.contains(type) ? 1 : TOGETHER;
		for (int first = 0; first < places.size(); first += together) {
			List<HostileTexts.Place> some = places.subList(first, Math.min(first + together, places.size()));

			assertThat(held(chart(bundle, number, some))).as(() -> type + " at one of " + some).isLessThan(MOST);
		}
		assertThat(bundle.at("/entry/" + number + "/resource/resourceType").stringValue("")).isEqualTo(type);
	}

	/** With a long text at each of the places, each in a copy of the resource. */
	private static ObjectNode chart(ObjectNode bundle, int number, List<HostileTexts.Place> places) {
		ObjectNode chart = bundle.deepCopy();
		ObjectNode resource = (ObjectNode) chart.path("entry").path(number).path("resource");
		ObjectNode sound = resource.deepCopy();
		put(places.get(0), resource);
		for (int copy = 1; copy < places.size(); copy++) {
			ObjectNode other = sound.deepCopy().put("id", "copy-" + copy);
			chart.withArray("entry").addObject().set("resource", other);
			put(places.get(copy), other);
		}
		return chart;
	}

	private static void put(HostileTexts.Place place, ObjectNode resource) {
		place.put(resource, SHOWN.contains(place.toString()) ? "{huge}" : "{long}");
	}

	static Stream<Object[]> noTextOfAChartIsKeptAtAnyLength() throws IOException {
		ObjectNode bundle = (ObjectNode) read("src/test/resources/charts/low-potassium-diuretic.json");
		ArrayNode entries = bundle.withArray("entry");
		for (String further : List.of("further-resources.json", "texts-resources.json")) {
			read("src/test/resources/damage/" + further).forEach(entries::add);
		}
		Map<String, Integer> first = new LinkedHashMap<>();
		int number = 0;
		for (JsonNode entry : entries) {
			first.putIfAbsent(entry.at("/resource/resourceType").stringValue(""), number++);
		}
		return first.entrySet().stream().map((one) -> new Object[] { one.getKey(), bundle, one.getValue() });
	}

	private static JsonNode read(String file) throws IOException {
		return JSON.readTree(ChartDates.replace(Files.readString(Path.of(file)), TODAY)
			.replace("{patient}", "Patient/low-potassium-diuretic"));
	}

	private static long held(ObjectNode chart) {
		try {
			String json = JSON.writeValueAsString(chart).replace("{huge}", HUGE).replace("{long}", LONG);
			Chart read = BundleChart.from(json.getBytes(StandardCharsets.UTF_8));
			return Held.characters(read, "org.twitchingreference.chart", "org.twitchingreference.clinical");
		}
		catch (UnusableBundleException ex) {
			return String.valueOf(ex.getMessage()).length();
		}
	}

}
