package org.twitchingreference.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.twitchingreference.assessment.facts.RuleVerdicts;
import org.twitchingreference.benchmark.SizedChart;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.oracle.engine.CqlOracle;

/** The CQL engine on the charts that the assessment is timed with. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class OracleBenchmark {

	/** Resources in the chart. */
	@Param({ "60", "5000" })
	public int resources;

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final List<String> rules = new RuleVerdicts(KnowledgeConfiguration.knowledge()).ids();

	private Bundle chart = new Bundle();

	/** Makes the chart of the wanted size. */
	@Setup(Level.Trial)
	public void prepare() {
		this.chart = FhirContext.forR4Cached()
			.newJsonParser()
			.parseResource(Bundle.class, SizedChart.of(this.resources));
	}

	/** From the parsed Bundle to the verdict of every rule. */
	@Benchmark
	public Map<String, String> evaluate() {
		return CqlOracle.shared().said(this.chart, TODAY, this.rules).verdicts();
	}

}
