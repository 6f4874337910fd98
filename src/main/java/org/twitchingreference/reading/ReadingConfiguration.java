package org.twitchingreference.reading;

import java.time.Clock;
import java.time.ZoneId;

import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.capacity.Places;
import org.twitchingreference.chart.ChartRequirements;

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

	@Bean
	MemoryBudget.Shared readingMemory(ChartReadingProperties properties) {
		return MemoryBudget.Shared.ofHeap(properties.size().toBytes());
	}

	@Bean
	Places readingPlaces(ChartReadingProperties properties) {
		return new Places(properties.atOnce(), MOST_WAITING);
	}

	@Bean
	ReadingMeters readingMeters(Places places, MemoryBudget.Shared memory) {
		return new ReadingMeters(places, memory.room());
	}

	@Bean
	ChartReader chartReader(ChartReadingProperties properties, Places places, EhrThreads readingThreads,
			MemoryBudget.Shared memory, ChartRequirements requirements) {
		ChartReader reader = new ChartReader(places, readingThreads, ReadingDeadline.after(properties.longestWait()),
				ReadingDeadline.after(properties.deadline()), memory, requirements,
				Clock.system(ZoneId.systemDefault()));
		reader.warmUp();
		return reader;
	}

}
