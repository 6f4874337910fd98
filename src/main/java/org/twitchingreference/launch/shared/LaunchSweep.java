package org.twitchingreference.launch.shared;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.store.StoreUnavailableException;

import org.springframework.context.SmartLifecycle;

/**
 * Looks every few seconds for launches whose time is over, so that their access is
 * revoked. Every node does so; each launch ends on one of them.
 */
final class LaunchSweep implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LaunchSweep.class);

	private static final Duration BETWEEN = Duration.ofSeconds(10);

	private final Runnable sweep;

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
		Thread thread = new Thread(task, "launch-sweep");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	LaunchSweep(Runnable sweep) {
		this.sweep = sweep;
	}

	@Override
	@SuppressWarnings("FutureReturnValueIgnored")
	public void start() {
		this.running = true;
		this.executor.scheduleWithFixedDelay(this::sweep, BETWEEN.toMillis(), BETWEEN.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/**
	 * Tried again later if the store is unreachable: an exception would stop all further
	 * sweeps.
	 */
	private void sweep() {
		try {
			this.sweep.run();
		}
		catch (StoreUnavailableException ex) {
			logger.debug("Store away");
		}
		catch (RuntimeException ex) {
			logger.warn("Launches that are over not looked for: {}", ex.getClass().getSimpleName());
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.executor.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
