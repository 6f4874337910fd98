package org.twitchingreference.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Assessor;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;
import org.twitchingreference.mapping.BundleChart;

/** Parsing a chart, reading it, and assessing it by either engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class AssessmentBenchmark {

	/** Resources in the chart. */
	@Param({ "60", "300", "1250", "5000" })
	public int resources;

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final FhirContext fhir = FhirContext.forR4Cached();

	private final Assessor assessor = new Assessor(KnowledgeConfiguration.knowledge());

	private String json = "";

	private byte[] bytes = {};

	private Chart chart = BundleChart
		.from("""
				{"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {"resourceType": "Patient", "id": "p"}}]}
				"""
			.getBytes(StandardCharsets.UTF_8));

	/** Makes the chart of the wanted size. */
	@Setup(Level.Trial)
	public void prepare() {
		this.json = SizedChart.of(this.resources);
		this.bytes = this.json.getBytes(StandardCharsets.UTF_8);
		this.chart = BundleChart.from(this.bytes);
	}

	/** What HAPI needs to parse the Bundle. */
	@Benchmark
	public Bundle parse() {
		return this.fhir.newJsonParser().parseResource(Bundle.class, this.json);
	}

	/** From the bytes of the Bundle to the chart. */
	@Benchmark
	public Chart read() {
		return BundleChart.from(this.bytes);
	}

	/** From the chart to the assessment. */
	@Benchmark
	public Assessment assess() {
		return this.assessor.assess(this.chart, TODAY);
	}

}
