package org.twitchingreference.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.openjdk.jmh.annotations.AuxCounters;
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
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.load.FhirPreinitializer;
import org.twitchingreference.knowledge.load.KnowledgeConfiguration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The start of the server, and how much of it waits for the knowledge; and loading and
 * checking it with nothing beside. Each once in a fresh JVM. HAPI looks through its
 * structures and UCUM through its units once in either, which is not counted as loading.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgs = "-Xmx512m")
public class StartBenchmark {

	/** From the main method to a server that answers. */
	@Benchmark
	public ConfigurableApplicationContext application(Waited waited) {
		BufferingApplicationStartup steps = new BufferingApplicationStartup(20_000);
		SpringApplication application = new SpringApplication(TwitchingReference.class);
		application.setApplicationStartup(steps);
		ConfigurableApplicationContext started = application.run("--server.port=0");
		waited.knowledgeMillis = steps.getBufferedTimeline()
			.getEvents()
			.stream()
			.filter((event) -> StreamSupport.stream(event.getStartupStep().getTags().spliterator(), false)
				.anyMatch((tag) -> tag.getKey().equals("beanName") && tag.getValue().equals("knowledge")))
			.mapToLong((event) -> event.getDuration().toMillis())
			.sum();
		return started;
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

	/** How long nothing else went on because the knowledge was not there. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.EVENTS)
	public static class Waited {

		/** In milliseconds. */
		public long knowledgeMillis;

	}

}
