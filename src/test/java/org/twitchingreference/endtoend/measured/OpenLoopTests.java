package org.twitchingreference.endtoend.measured;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the figures of a load rest on. */
class OpenLoopTests {

	/** None waits for the one before: all are there before any is answered. */
	@Test
	void usersComeThoughNobodyWasAnsweredYet() {
		CountDownLatch all = new CountDownLatch(20);
		Queue<Long> due = new ConcurrentLinkedQueue<>();
		try (OpenLoop loop = new OpenLoop()) {
			loop.run(1000, 20, (number, at) -> {
				due.add(at);
				all.countDown();
				await(all);
			});
		}

		List<Long> sorted = due.stream().sorted().toList();
		assertThat(IntStream.range(0, 20).mapToObj((one) -> sorted.get(one) - sorted.get(0)))
			.isEqualTo(IntStream.range(0, 20).mapToObj((one) -> one * 1_000_000L).toList());
	}

	@Test
	void waitingCountsFromWhenAUserWasDue() {
		Timings timings = new Timings();
		long now = System.nanoTime();
		IntStream.rangeClosed(1, 100).forEach((one) -> timings.add("complete", now - TimeUnit.HOURS.toNanos(one)));
		timings.fail(new OpenedSidebar.UnexpectedAnswer("assessment 503"));

		assertThat(hours(timings.percentile("complete", 0.5))).isEqualTo(51);
		assertThat(hours(timings.percentile("complete", 0.99))).isEqualTo(100);
		assertThat(timings.count("complete")).isEqualTo(100);
		assertThat(timings.failures()).containsEntry("assessment 503", 1).hasSize(1);
	}

	private static long hours(double millis) {
		return TimeUnit.MILLISECONDS.toHours((long) millis);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
