package org.twitchingreference.audit;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the trail tells of, also what it has no line left for: by registration and
 * by how it ended, both one of few, and of nobody.
 */
record EventCounts(MeterRegistry meters) {

	private static final Map<String, String> NAMES = Map.of("launch", "twitching.launches", "end",
			"twitching.launches.ended", "read", "twitching.charts.read", "request", "twitching.requests.refused");

	/** One more, where events of the kind are counted. */
	void count(String event, String ehr, @Nullable Object outcome) {
		String name = NAMES.get(event);
		if (name != null && outcome != null) {
			this.meters.counter(name, "ehr", ehr, "outcome", outcome.toString()).increment();
		}
	}

}
