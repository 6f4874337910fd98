package org.twitchingreference.mapping.json;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonWeightTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	/** All that a tree allocates, also what it throws away while it grows. */
	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "[[]]", "{\"a\":{}}", "{\"id\":\"1\"}", "1", "\"\"", "true", "{\"a\":[1,2]}" })
	void noListOfAnythingCostsMoreThanItsWeight(String item) {
		byte[] json = ("[" + (item + ",").repeat(200_000) + item + "]").getBytes(StandardCharsets.UTF_8);
		FilteredJson.read(json, FilteredJson.PropertyFilter.ALL);

		long before = THREADS.getCurrentThreadAllocatedBytes();
		Object tree = FilteredJson.read(json, FilteredJson.PropertyFilter.ALL);
		long cost = THREADS.getCurrentThreadAllocatedBytes() - before;

		assertThat(tree).isNotNull();
		assertThat(cost / 10).isLessThan(JsonWeight.of(json));
	}

	@Test
	void ordinaryFhirWeighsItsBytes() throws IOException {
		byte[] chart = Files.readAllBytes(Path.of("src/test/resources/charts/low-potassium-diuretic.json"));

		assertThat(JsonWeight.of(chart)).isEqualTo(chart.length);
	}

	@Test
	void emptyObjectsWeighMoreThanTenTimesTheirBytes() {
		byte[] json = "{},".repeat(1000).getBytes(StandardCharsets.UTF_8);

		assertThat(JsonWeight.of(json)).isGreaterThan(10 * json.length);
	}

}
