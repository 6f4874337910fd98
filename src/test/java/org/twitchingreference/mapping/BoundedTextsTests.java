package org.twitchingreference.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	private static final String LONG = "7".repeat(100_000);

	private static final String HUGE = "7".repeat(1_000_000);

	private static final Set<String> SHOWN = Set.of("id", "name.text", "code.text", "code.coding.display",
			"code.coding.code", "code.coding.system", "valueQuantity.unit", "valueQuantity.code", "note.text");

	/** Of all texts of a chart of one resource of each type. */
	private static final long MOST = 60_000;

	@ParameterizedTest
	@MethodSource
	void noTextOfAChartIsKeptAtAnyLength(String type, ObjectNode bundle, int number) {
		ObjectNode resource = (ObjectNode) bundle.path("entry").path(number).path("resource");
		for (HostileTexts.Place place : HostileTexts.placesIn(type)) {
			ObjectNode chart = bundle.deepCopy();
			place.put((ObjectNode) chart.path("entry").path(number).path("resource"),
					SHOWN.contains(place.toString()) ? HUGE : LONG);

			assertThat(held(chart)).as(type + "." + place).isLessThan(MOST);
		}
		assertThat(resource.path("resourceType").stringValue("")).isEqualTo(type);
	}

	static Stream<Object[]> noTextOfAChartIsKeptAtAnyLength() throws IOException {
		ObjectNode bundle = (ObjectNode) JSON
			.readTree(Files.readAllBytes(Path.of("src/test/resources/charts/low-potassium-diuretic.json")));
		ArrayNode entries = bundle.withArray("entry");
		for (String further : List.of("further-resources.json", "texts-resources.json")) {
			JSON.readTree(Files.readAllBytes(Path.of("src/test/resources/damage", further))).forEach(entries::add);
		}
		Map<String, Integer> first = new LinkedHashMap<>();
		int number = 0;
		for (JsonNode entry : entries) {
			first.putIfAbsent(entry.at("/resource/resourceType").stringValue(""), number++);
		}
		return first.entrySet().stream().map((one) -> new Object[] { one.getKey(), bundle, one.getValue() });
	}

	private static long held(ObjectNode chart) {
		try {
			Chart read = BundleChart.from(JSON.writeValueAsBytes(chart));
			return Held.characters(read, "org.twitchingreference.chart", "org.twitchingreference.clinical");
		}
		catch (UnusableBundleException ex) {
			return String.valueOf(ex.getMessage()).length();
		}
	}

}
