package org.twitchingreference.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.twitchingreference.capacity.EhrThreads;
import org.twitchingreference.capacity.FairSlots;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.fhir.DeclaredCapabilities;

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
		return oneAtOnce(ReadingDeadline.after(Duration.ofMinutes(5)));
	}

	/** The same; a chart waits for its place until somebody gives it up. */
	static ChartReader oneAtOnce(ReadingDeadline longestWait) {
		return of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM, 1, longestWait, Fhir.WEIGHT);
	}

	/** One that reads so many charts, and asks each EHR for so much at once. */
	static ChartReader of(int charts, int requests) {
		return of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM, charts, requests,
				ReadingDeadline.after(Duration.ofMinutes(5)), Fhir.WEIGHT);
	}

	static ChartReader until(ReadingDeadline deadline) {
		return of(deadline, ROOM, Fhir.WEIGHT);
	}

	public static ChartReader asking(ChartRequirements requirements) {
		return of(ReadingDeadline.after(Duration.ofMinutes(5)), ROOM, requirements);
	}

	static ChartReader of(ReadingDeadline deadline, long bytes, ChartRequirements requirements) {
		return of(deadline, bytes, 64, ReadingDeadline.after(Duration.ofMinutes(5)), requirements);
	}

	private static ChartReader of(ReadingDeadline deadline, long bytes, int atOnce, ReadingDeadline longestWait,
			ChartRequirements requirements) {
		return of(deadline, bytes, atOnce, 64, longestWait, requirements);
	}

	private static ChartReader of(ReadingDeadline deadline, long bytes, int charts, int requests,
			ReadingDeadline longestWait, ChartRequirements requirements) {
		return new ChartReader(new FairSlots(charts, 100), new EhrThreads("test-read-", requests, 10_000), longestWait,
				deadline, new MemoryBudget.Shared(bytes, 2L * bytes), requirements,
				(session) -> DeclaredCapabilities.NONE,
				Clock.fixed(Fhir.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
	}

	/** Waits a moment, for more of the chart if there is any. */
	static void awaitNewer(ChartProgress progress) {
		progress.newer(progress.revision()).completeOnTimeout(0, 10, TimeUnit.MILLISECONDS).join();
	}

}
