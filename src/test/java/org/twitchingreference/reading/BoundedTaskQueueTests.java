package org.twitchingreference.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BoundedTaskQueueTests {

	private final Queue<Runnable> started = new ArrayDeque<>();

	private final List<String> done = new ArrayList<>();

	private final BoundedTaskQueue queue = new BoundedTaskQueue(this.started::add, 2);

	@Test
	void runsNoMoreTasksAtOnceThanItsWidthAndTheOthersInTheirOrder() {
		List.of("a", "b", "c", "d").forEach((name) -> this.queue.run(() -> this.done.add(name)));

		assertThat(this.started).hasSize(2);
		this.started.remove().run();
		assertThat(this.started).hasSize(2);
		while (!this.started.isEmpty()) {
			this.started.remove().run();
		}
		assertThat(this.done).containsExactly("a", "b", "c", "d");
	}

	@Test
	void startsNothingOnceItIsClosed() {
		List.of("a", "b", "c").forEach((name) -> this.queue.run(() -> this.done.add(name)));

		this.queue.close();
		while (!this.started.isEmpty()) {
			this.started.remove().run();
		}

		assertThat(this.done).isEmpty();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> this.queue.run(() -> {
		}));
	}

}
