package org.twitchingreference.reading;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that wait for EHRs: virtual ones where Java has them, else a pool that
 * grows as needed, so that no task waits for a thread. How many are in use is bounded by
 * how many charts are read at once, and for each by its {@link BoundedTaskQueue}.
 */
record ReadThreads(Executor executor, Runnable end) implements Executor, AutoCloseable {

	private static final String NAME = "chart-read-";

	static ReadThreads start() {
		return JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE) ? virtual() : pool();
	}

	private static ReadThreads virtual() {
		return new ReadThreads(new VirtualThreadTaskExecutor(NAME), () -> {
		});
	}

	static ReadThreads pool() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(NAME);
		threads.setDaemon(true);
		ThreadPoolExecutor pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES,
				new SynchronousQueue<>(), threads);
		return new ReadThreads(pool, pool::shutdownNow);
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	@Override
	public void close() {
		this.end.run();
	}

}
