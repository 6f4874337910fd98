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

	static ChartReader until(Deadline deadline) {
		return of(deadline, ROOM, Fhir.WEIGHT);
	}

	static ChartReader asking(Asked asked) {
		return of(Deadline.after(Duration.ofMinutes(5)), ROOM, asked);
	}

	static ChartReader of(Deadline deadline, long bytes, Asked asked) {
		return new ChartReader(deadline, new Allowance.Shared(bytes, bytes), asked,
				Clock.fixed(Fhir.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
	}

}
