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
 * The start of the server; the same where the knowledge is loaded already, so that the
 * difference is what the start takes for it; and loading and checking it with nothing
 * beside. Each once in a fresh JVM. HAPI looks through its structures and UCUM through
 * its units once in each, whoever comes first.
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

	/** The same, of which nothing is left to do for the knowledge. */
	@Benchmark
	public ConfigurableApplicationContext applicationWithKnowledge(Loaded loaded) {
		return SpringApplication.run(TwitchingReference.class, "--server.port=0");
	}

	/** Reading, checking and indexing fhir-resources. */
	@Benchmark
	public Knowledge knowledge(Parser parser) {
		return KnowledgeConfiguration.load();
	}

	/** HAPI at the point where the knowledge finds it. */
	@State(Scope.Benchmark)
	public static class Parser {

		/** As the start does it. */
		public Parser() {
			FhirPreinitializer.parser();
		}

	}

	/** The knowledge, there before the start. */
	@State(Scope.Benchmark)
	public static class Loaded {

		/** As the start would do it. */
		public Loaded() {
			new FhirPreinitializer().preinitialize();
		}

	}

}
