package org.twitchingreference.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.oracle.BothEngines.Compared;
import org.twitchingreference.oracle.random.RandomCharts;
import org.twitchingreference.oracle.random.Shrinker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Both engines on random charts. The seed is printed; other charts and more of them are
 * drawn with -Doracle.seed=5 -Doracle.charts=20000.
 */
class OracleDifferentialTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final Path FAILED = Path.of("target/oracle");

	private static final long SEED = Long.getLong("oracle.seed", 1);

	private static final int CHARTS = Integer.getInteger("oracle.charts", 4_000);

	private final BothEngines engines = new BothEngines(TODAY);

	private final RandomCharts charts = new RandomCharts(TODAY);

	private final Map<String, Set<String>> seen = new TreeMap<>();

	private int compared;

	private int incomplete;

	@Test
	void agreeOnEveryVerdict() throws IOException {
		Optional<Long> failing = LongStream.range(0, CHARTS)
			.map((number) -> SEED * 1_000_000_007L + number)
			.boxed()
			.parallel()
			.filter((seed) -> differ(this.charts.chart(seed)))
			.findAny();

		System.out.printf("Oracle: seed %d, %d charts compared, %d not read completely, %d rules%n", SEED,
				this.compared, this.incomplete, this.engines.rules().size());
		System.out.printf("Oracle: rules that no chart brings to met: %s%n", neverMet());
		if (failing.isPresent()) {
			fail(report(failing.get()));
		}
		assertThat(this.incomplete).isLessThan(CHARTS / 10);
		assertThat(neverMet()).as("rules that no chart brings to met").hasSizeLessThan(this.seen.size() / 20);
	}

	private List<String> neverMet() {
		return this.seen.entrySet()
			.stream()
			.filter((rule) -> !rule.getValue().contains("met"))
			.map(Map.Entry::getKey)
			.toList();
	}

	private boolean differ(JsonNode chart) {
		Compared both = this.engines.compare(chart.toString());
		count(both);
		return !both.differences().isEmpty();
	}

	private synchronized void count(Compared both) {
		this.compared += both.comparable() ? 1 : 0;
		this.incomplete += both.comparable() ? 0 : 1;
		both.java().forEach((rule, verdict) -> this.seen.computeIfAbsent(rule, (key) -> new TreeSet<>()).add(verdict));
	}

	private String report(long seed) throws IOException {
		JsonNode smallest = new Shrinker(this.charts.chart(seed), this::stillDiffer).shrink();
		Files.createDirectories(FAILED);
		Path file = FAILED.resolve("chart-" + seed + ".json");
		Files.writeString(file,
				JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(smallest));
		return "Chart " + seed + " of seed " + SEED + ", made small in " + file + ": "
				+ this.engines.compare(smallest.toString()).differences();
	}

	private boolean stillDiffer(JsonNode chart) {
		try {
			return !this.engines.compare(chart.toString()).differences().isEmpty();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
