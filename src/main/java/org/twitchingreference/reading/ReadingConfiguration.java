package org.twitchingreference.reading;

import java.time.Clock;
import java.time.ZoneId;

import org.twitchingreference.chart.ChartRequirements;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the reader of charts as it is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChartReadingProperties.class)
class ReadingConfiguration {

	@Bean
	ChartReader chartReader(ChartReadingProperties properties, ChartRequirements requirements) {
		ChartReader reader = new ChartReader(ReadingDeadline.after(properties.deadline()),
				MemoryBudget.Shared.ofHeap(properties.size().toBytes()), properties.atOnce(), requirements,
				Clock.system(ZoneId.systemDefault()));
		reader.warmUp();
		return reader;
	}

}
