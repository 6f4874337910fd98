package org.twitchingreference.sidebar.counts;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.presentation.AssessedChart;

/**
 * Metrics of how reading charts went, and of the verdicts about them. Labels are ids of
 * registrations and of the knowledge and names of enum constants, so their number is
 * limited. Verdicts are not counted by EHR: at one with few patients an hour, a count
 * could reveal whose it is.
 */
public final class ReadingCounts {

	private static final Duration[] OF_A_QUERY = { Duration.ofMillis(100), Duration.ofMillis(300),
			Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10) };

	private static final Duration[] OF_A_CHART = { Duration.ofMillis(300), Duration.ofMillis(600),
			Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10),
			Duration.ofSeconds(30) };

	private final MeterRegistry meters;

	public ReadingCounts(MeterRegistry meters) {
		this.meters = meters;
	}

	/**
	 * Called when reading a chart of the EHR begins; reports how it ends to the returned
	 * object.
	 */
	public Consumer<AssessedChart> begin(String ehr) {
		long begun = System.nanoTime();
		return (reading) -> {
			timer("twitching.chart.reading", OF_A_CHART, "ehr", ehr, "complete",
					String.valueOf(reading.incompleteParts().isEmpty()))
				.record(Duration.ofNanos(System.nanoTime() - begun));
			reading.chart().parts().forEach((part) -> part.queries().forEach((query) -> count(ehr, part, query)));
			count(reading.assessment());
		};
	}

	private void count(String ehr, PartRead part, QueryRead query) {
		timer("twitching.fhir.queries", OF_A_QUERY, "ehr", ehr, "part", label(part.part()), "outcome",
				label(query.outcome()))
			.record(Duration.ofMillis(query.millis()));
	}

	private void count(Assessment assessment) {
		assessment.causes()
			.forEach((cause) -> count("twitching.verdicts", "cause", cause.id(), "verdict", cause.verdict()));
		assessment.tests().forEach((test) -> count("twitching.tests", "test", test.id(), "status", test.status()));
		assessment.options()
			.forEach((option) -> count("twitching.options", "option", option.id(), "status", option.status()));
	}

	private void count(String name, String kind, String id, String key, Enum<?> value) {
		this.meters.counter(name, kind, id, key, label(value)).increment();
	}

	private Timer timer(String name, Duration[] bounds, String... labels) {
		return Timer.builder(name).tags(labels).serviceLevelObjectives(bounds).register(this.meters);
	}

	private static String label(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
