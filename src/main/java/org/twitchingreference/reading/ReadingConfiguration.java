package org.twitchingreference.reading;

import java.time.Clock;
import java.time.ZoneId;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.capacity.FairSlots;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.fhir.CapabilityStatements;
import org.twitchingreference.fhir.DeclaredCapabilities;
import org.twitchingreference.fhir.FhirSession;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the reader of charts from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChartReadingProperties.class)
class ReadingConfiguration {

	/**
	 * How many charts of one EHR may wait; each takes a few kilobytes until it is read.
	 */
	private static final int MOST_WAITING = 1000;

	/** How many CapabilityStatements of one EHR are read at once, and how many wait. */
	private static final int STATEMENTS_AT_ONCE = 4;

	private static final int MOST_STATEMENTS_WAITING = 100;

	@Bean
	EhrThreads capabilityThreads() {
		return new EhrThreads("capability-", STATEMENTS_AT_ONCE, MOST_STATEMENTS_WAITING);
	}

	@Bean
	static CapabilityStatements capabilityStatements(EhrThreads capabilityThreads, Ticker ticker) {
		return new CapabilityStatements(capabilityThreads::of, ticker);
	}

	@Bean
	MemoryBudget.Shared readingMemory(ChartReadingProperties properties) {
		return MemoryBudget.Shared.ofHeap(properties.size().toBytes());
	}

	@Bean
	FairSlots readingSlots(ChartReadingProperties properties) {
		return new FairSlots(properties.atOnce(), MOST_WAITING);
	}

	@Bean
	ReadingMeters readingMeters(FairSlots slots, MemoryBudget.Shared memory) {
		return new ReadingMeters(slots, memory.room());
	}

	@Bean
	ChartReader chartReader(ChartReadingProperties properties, FairSlots slots, EhrThreads readingThreads,
			MemoryBudget.Shared memory, ChartRequirements requirements, CapabilityStatements statements) {
		ChartReader reader = new ChartReader(slots, readingThreads, ReadingDeadline.after(properties.longestWait()),
				ReadingDeadline.after(properties.deadline()), memory, requirements,
				(session) -> declared(session, statements), Clock.system(ZoneId.systemDefault()));
		reader.warmUp();
		return reader;
	}

	/**
	 * What the server declares; requested only where the registration does not say what
	 * the server can do.
	 */
	private static DeclaredCapabilities declared(FhirSession session, CapabilityStatements statements) {
		boolean open = session.dialect().medications().filteredByUpdate() == null;
		return open ? statements.of(session) : DeclaredCapabilities.NONE;
	}

}
