package org.twitchingreference.chart;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that wait for EHRs: virtual ones where Java has them, else a bounded pool.
 * How many wait is bounded by the readings, each with a {@link Lane}.
 */
record ReadThreads(Executor executor, Runnable end) implements Executor, AutoCloseable {

	private static final int THREADS = 64;

	private static final int WAITING = 2000;

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
		ThreadPoolExecutor pool = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(WAITING), threads);
		pool.allowCoreThreadTimeOut(true);
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
