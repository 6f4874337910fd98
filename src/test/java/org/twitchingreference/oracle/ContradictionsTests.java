package org.twitchingreference.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.assess.report.AssessedJson;
import org.twitchingreference.knowledge.Table;
import org.twitchingreference.oracle.random.RandomCharts;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks on golden and random charts for what may not stand together on one page. */
class ContradictionsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final long SEED = 20261129;

	private static final int RANDOM_CHARTS = Integer.getInteger("contradictions.charts", 1500);

	private static final List<Contradiction> LISTED = Table.rows("contradictions.csv")
		.stream()
		.map((row) -> new Contradiction(row.get(0), row.get(1), row.get(2), row.get(3)))
		.toList();

	@Test
	void neverStandTogetherOnGoldenCharts() {
		assertThat(GoldenCharts.all(TODAY)
			.toList()
			.parallelStream()
			.flatMap((golden) -> found(golden.name(), golden.bundle()))).isEmpty();
	}

	@Test
	void neverStandTogetherOnRandomCharts() {
		RandomCharts charts = new RandomCharts(TODAY);

		assertThat(IntStream.range(0, RANDOM_CHARTS)
			.boxed()
			.parallel()
			.flatMap((number) -> found("random chart " + number, charts.chart(SEED + number).toString()))).isEmpty();
	}

	private static Stream<String> found(String chart, String bundle) {
		JsonNode assessment = AssessedJson.of(bundle, TODAY);
		List<String> found = new ArrayList<>();
		LISTED.stream().filter((one) -> one.standsIn(assessment)).forEach((one) -> found.add(chart + ": " + one));
		return found.stream();
	}

	/** What is so, and what then may not be so. */
	record Contradiction(String when, String is, String never, String being) {

		boolean standsIn(JsonNode assessment) {
			return holds(this.when, this.is, assessment) && holds(this.never, this.being, assessment);
		}

		private static boolean holds(String what, String state, JsonNode assessment) {
			if (what.equals("text")) {
				return assessment.toString().contains(state);
			}
			if (what.equals("urgency")) {
				return List.of("urgent", "emergency").contains(assessment.required("urgency").stringValue());
			}
			String[] kindAndId = what.split(":");
			return entries(kindAndId[0], assessment).filter((entry) -> is(entry, kindAndId[1]))
				.anyMatch((entry) -> state.equals(state(kindAndId[0], entry)));
		}

		private static boolean is(JsonNode entry, String id) {
			return entry.required("id").stringValue().equals(id);
		}

		private static Stream<JsonNode> entries(String kind, JsonNode assessment) {
			return assessment.required(switch (kind) {
				case "cause" -> "causes";
				case "red-flag" -> "redFlags";
				case "caution" -> "cautions";
				case "option" -> "options";
				default -> "tests";
			}).valueStream();
		}

		private static String state(String kind, JsonNode entry) {
			return switch (kind) {
				case "cause" -> entry.required("verdict").stringValue();
				case "option", "test" -> entry.required("status").stringValue();
				default -> "present";
			};
		}

	}

}
