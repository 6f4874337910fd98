package org.twitchingreference.capacity;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.system.JavaVersion;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that wait for EHRs: each EHR has a number of its own with a queue, so that
 * a slow EHR delays only those who ask it. They are created when needed and end when
 * idle; virtual threads are used where Java has them.
 */
public final class EhrThreads implements AutoCloseable {

	private final PerEhr<ThreadPoolExecutor> pools = new PerEhr<>(this::pool);

	private final ThreadFactory threads;

	private final int atOnce;

	private final int mostWaiting;

	private volatile boolean closed;

	/**
	 * Takes the prefix of the threads' names, how many threads each EHR has, and how many
	 * tasks may wait for them; further tasks are rejected (RejectedExecutionException).
	 */
	public EhrThreads(String name, int atOnce, int mostWaiting) {
		this.threads = threads(name);
		this.atOnce = atOnce;
		this.mostWaiting = mostWaiting;
	}

	/**
	 * The threads for the EHR with this registration; there are no more of these than
	 * registrations.
	 */
	public Executor of(String registration) {
		return this.pools.of(registration);
	}

	/** Interrupts what is running and drops what is waiting. */
	@Override
	public void close() {
		this.closed = true;
		this.pools.all().forEach(ThreadPoolExecutor::shutdownNow);
	}

	private ThreadPoolExecutor pool() {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(this.atOnce, this.atOnce, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(this.mostWaiting), this.threads);
		pool.allowCoreThreadTimeOut(true);
		if (this.closed) {
			pool.shutdown();
		}
		return pool;
	}

	private static ThreadFactory threads(String name) {
		if (JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE)) {
			return new VirtualThreadTaskExecutor(name).getVirtualThreadFactory();
		}
		CustomizableThreadFactory platform = new CustomizableThreadFactory(name);
		platform.setDaemon(true);
		return platform;
	}

}
