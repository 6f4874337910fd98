package org.twitchingreference.capacity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EhrThreadsTests {

	private final EhrThreads threads = new EhrThreads("test-", 2, 3);

	private final CountDownLatch held = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.held.countDown();
		this.threads.close();
	}

	@Test
	void anEhrThatIsSlowHoldsItsOwnThreadsOnly() {
		for (int task = 0; task < 5; task++) {
			this.threads.of("slow").execute(this::hold);
		}

		CompletableFuture
			.runAsync(() -> assertThat(Thread.currentThread().getName()).startsWith("test-"), this.threads.of("quick"))
			.join();

		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.threads.of("slow").execute(this::hold));
	}

	@Test
	void doesNoMoreAtOnceThanSaid() {
		CountDownLatch two = new CountDownLatch(2);
		CompletableFuture<?> third = new CompletableFuture<>();
		for (int task = 0; task < 2; task++) {
			this.threads.of("one").execute(() -> {
				two.countDown();
				hold();
			});
		}
		this.threads.of("one").execute(() -> third.complete(null));
		awaitUninterrupted(two);

		assertThat(third).isNotDone();
		this.held.countDown();
		third.join();
	}

	@Test
	void beginsNothingAfterItsEnd() {
		this.threads.close();

		assertThatExceptionOfType(RejectedExecutionException.class)
			.isThrownBy(() -> this.threads.of("new").execute(this::hold));
	}

	private void hold() {
		awaitUninterrupted(this.held);
	}

	private static void awaitUninterrupted(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
