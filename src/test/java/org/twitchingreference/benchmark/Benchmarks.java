package org.twitchingreference.benchmark;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, all or those whose name holds the first argument, and prints the
 * ratios that this reference promises, all within this one run.
 */
public final class Benchmarks {

	private final Map<String, Double> scores = new LinkedHashMap<>();

	private Benchmarks(Collection<RunResult> results) {
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			String size = result.getParams().getParam("resources");
			String plain = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
			this.scores.put((size != null) ? plain + " " + size : plain, result.getPrimaryResult().getScore());
			// JMH adds what is counted up over all runs
			result.getSecondaryResults()
				.forEach((counter, sum) -> this.scores.put(plain + ":" + counter,
						sum.getScore() / result.getPrimaryResult().getSampleCount()));
		}
	}

	public static void main(String[] args) throws RunnerException {
		String wanted = (args.length > 0) ? args[0] : "org.twitchingreference";
		new Benchmarks(new Runner(new OptionsBuilder().include(wanted).build()).run()).print();
	}

	private void print() {
		for (String size : List.of("60", "5000")) {
			ratio("AssessmentBenchmark.assess " + size, "AssessmentBenchmark.parse " + size, "at most 0.1");
			ratio("OracleBenchmark.evaluate " + size, "AssessmentBenchmark.assess " + size, "at least 30");
		}
		ratio("AssessmentBenchmark.assess 5000", "AssessmentBenchmark.assess 1250", "at most 4 where it is linear");
		ratio("StartBenchmark.application:knowledgeMillis", "StartBenchmark.application", "at most 0.1");
		ratio("StartBenchmark.knowledge", "StartBenchmark.application", "loading with nothing beside");
	}

	private void ratio(String one, String other, String promised) {
		score(one).ifPresent((above) -> score(other)
			.ifPresent((below) -> System.out.printf("%s / %s = %.3f (%s)%n", one, other, above / below, promised)));
	}

	private Optional<Double> score(String name) {
		return this.scores.containsKey(name) ? Optional.of(Objects.requireNonNull(this.scores.get(name)))
				: Optional.empty();
	}

}
