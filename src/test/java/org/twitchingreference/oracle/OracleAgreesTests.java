package org.twitchingreference.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.oracle.BothEngines.Compared;
import org.twitchingreference.oracle.GoldenCharts.Golden;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both engines on every golden chart. What was not read completely is unknown to the
 * product for reasons that the CQL does not see: such a chart is skipped.
 */
class OracleAgreesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final BothEngines ENGINES = new BothEngines(TODAY);

	private static final List<Golden> CHARTS = GoldenCharts.all(TODAY).toList();

	/** One thread for each core: an engine of the CQL belongs to one thread. */
	private static final ExecutorService THREADS = Executors
		.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

	/** By their text, several at once; if one cannot be compared, only its test fails. */
	private static final Map<String, CompletableFuture<Compared>> COMPARED = CHARTS.stream()
		.map(Golden::bundle)
		.distinct()
		.collect(Collectors.toMap(Function.identity(),
				(bundle) -> CompletableFuture.supplyAsync(() -> ENGINES.compare(bundle), THREADS)));

	@AfterAll
	static void end() {
		THREADS.shutdownNow();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("charts")
	void saysTheSameOfEveryRule(Golden chart) {
		Compared both = compared(chart);
		Assumptions.assumeTrue(both.comparable(), "not read completely: not compared");

		assertThat(both.differences())
			.as("%s: correct these rules in fhir-resources/cql or in their plans; where both say what you mean, "
					+ "SEMANTICS.md decides", chart)
			.isEmpty();
	}

	@Test
	void hardlyAnyChartIsSkipped() {
		long skipped = CHARTS.stream().filter((chart) -> !compared(chart).comparable()).count();

		System.out.printf("Oracle: %d golden charts, %d of them not read completely and not compared%n", CHARTS.size(),
				skipped);
		assertThat(skipped).isLessThan(CHARTS.size() / 30);
	}

	static List<Golden> charts() {
		return CHARTS;
	}

	private static Compared compared(Golden chart) {
		return Objects.requireNonNull(COMPARED.get(chart.bundle())).join();
	}

}
