package org.twitchingreference.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Fhir;

/**
 * Chart readers for the tests, which read on one day and want only the weight by code.
 */
public final class Readers {

	private static final long ROOM = 16 << 20;

	private Readers() {
	}

	/** One that never gives up. */
	public static ChartReader patient() {
		return until(ReadingDeadline.after(Duration.ofMinutes(5)));
	}

	/** One that reads one chart and no other beside it. */
	static ChartReader oneAtOnce() {
		return of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM, 1, Fhir.WEIGHT);
	}

	static ChartReader until(ReadingDeadline deadline) {
		return of(deadline, ROOM, Fhir.WEIGHT);
	}

	public static ChartReader asking(ChartRequirements requirements) {
		return of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM, requirements);
	}

	static ChartReader of(ReadingDeadline deadline, long bytes, ChartRequirements requirements) {
		return of(deadline, bytes, 64, requirements);
	}

	private static ChartReader of(ReadingDeadline deadline, long bytes, int atOnce, ChartRequirements requirements) {
		return new ChartReader(deadline, new MemoryBudget.Shared(bytes, bytes), atOnce, requirements,
				Clock.fixed(Fhir.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
	}

}
