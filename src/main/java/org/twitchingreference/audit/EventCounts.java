package org.twitchingreference.audit;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of the trail, including those for which it has no line left, by
 * registration and outcome. Both have few values, and neither names anybody.
 */
record EventCounts(MeterRegistry meters) {

	private static final Map<String, String> NAMES = Map.of("launch", "twitching.launches", "end",
			"twitching.launches.ended", "read", "twitching.charts.read", "request", "twitching.requests.refused");

	/** Adds one, if events of this kind are counted. */
	void count(String event, String ehr, @Nullable Object outcome) {
		String name = NAMES.get(event);
		if (name != null && outcome != null) {
			this.meters.counter(name, "ehr", ehr, "outcome", outcome.toString()).increment();
		}
	}

}
