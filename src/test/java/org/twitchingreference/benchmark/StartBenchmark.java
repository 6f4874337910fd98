package org.twitchingreference.benchmark;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.knowledge.FhirPreinitializer;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The start of the server and, within it, loading and checking the knowledge: each once
 * in a fresh JVM. HAPI looks through its structures and UCUM through its units once in
 * either, whoever comes first; it is part of the start and not of the knowledge.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgs = "-Xmx512m")
public class StartBenchmark {

	/** From the main method to a server that answers. */
	@Benchmark
	public ConfigurableApplicationContext application() {
		return SpringApplication.run(TwitchingReference.class, "--server.port=0");
	}

	/** Reading, checking and indexing fhir-resources. */
	@Benchmark
	public Knowledge knowledge(Parser parser) {
		return KnowledgeConfiguration.knowledge();
	}

	/** HAPI at the point where the knowledge finds it. */
	@State(Scope.Benchmark)
	public static class Parser {

		/** As the start does it. */
		public Parser() {
			new FhirPreinitializer().preinitialize();
		}

	}

}
