package org.twitchingreference.chart;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Chart readers for the tests, which read on one day and want only the weight by code.
 */
final class Readers {

	private static final long ROOM = 16 << 20;

	private Readers() {
	}

	/** One that never gives up. */
	static ChartReader patient() {
		return until(Deadline.after(Duration.ofMinutes(5)));
	}

	/** One that reads one chart and no other beside it. */
	static ChartReader oneAtOnce() {
		return of(Deadline.after(Duration.ofMinutes(5)), ROOM, 1, Fhir.WEIGHT);
	}

	static ChartReader until(Deadline deadline) {
		return of(deadline, ROOM, Fhir.WEIGHT);
	}

	static ChartReader asking(Asked asked) {
		return of(Deadline.after(Duration.ofMinutes(5)), ROOM, asked);
	}

	static ChartReader of(Deadline deadline, long bytes, Asked asked) {
		return of(deadline, bytes, 64, asked);
	}

	private static ChartReader of(Deadline deadline, long bytes, int atOnce, Asked asked) {
		return new ChartReader(deadline, new Allowance.Shared(bytes, bytes), atOnce, asked,
				Clock.fixed(Fhir.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
	}

}
