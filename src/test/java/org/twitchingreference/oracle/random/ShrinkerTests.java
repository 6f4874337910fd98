package org.twitchingreference.oracle.random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ShrinkerTests {

	private final JsonMapper json = new JsonMapper();

	@Test
	void leavesOnlyWhatFails() {
		JsonNode chart = this.json.readTree(
				"""
						{"type": "collection", "entry": [{"a": 1}, {"b": {"c": [1, 2, {"bad": true, "good": 1}], "d": 4}}, {"e": 5}]}
						""");

		JsonNode smallest = new Shrinker(chart, (smaller) -> smaller.toString().contains("\"bad\":true")).shrink();

		assertThat(smallest).hasToString("{\"entry\":[{\"b\":{\"c\":[{\"bad\":true}]}}]}");
	}

	@Test
	void leavesAChartAloneOfWhichEverythingIsNeeded() {
		JsonNode chart = this.json.readTree("{\"a\": [1, 2]}");

		assertThat(new Shrinker(chart, chart::equals).shrink()).isEqualTo(chart);
	}

}
