package org.twitchingreference.reading;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on the time and size of reading charts.
 *
 * @param deadline how long reading one chart may take
 * @param size how much FHIR JSON one chart may hold while it is read
 * @param atOnce how many charts are read at once; one EHR gets at most as many of these
 * as the others leave free, so alone it gets half
 * @param longestWait how long a chart waits until it may be read; then it is refused
 */
@ConfigurationProperties("twitching.chart")
record ChartReadingProperties(@DefaultValue("30s") Duration deadline, @DefaultValue("32MB") DataSize size,
		@DefaultValue("64") int atOnce, @DefaultValue("60s") Duration longestWait) {

	ChartReadingProperties {
		if (deadline.toMillis() < 1) {
			throw new IllegalArgumentException("Set twitching.chart.deadline to more than zero");
		}
		if (size.toBytes() < 1) {
			throw new IllegalArgumentException("Set twitching.chart.size to more than zero");
		}
		if (atOnce < 1) {
			throw new IllegalArgumentException("Set twitching.chart.at-once to one or more");
		}
		if (longestWait.isNegative()) {
			throw new IllegalArgumentException("Set twitching.chart.longest-wait to zero or more");
		}
	}

}
