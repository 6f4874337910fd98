package org.twitchingreference.operations;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.startup.WarmUp;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Does in advance what the first launch would have to wait for, on a thread of its own.
 * Meanwhile the server answers but is not ready; afterwards it is, even if something
 * failed: a slow first launch is better than none.
 */
@Component("warmUpHealthIndicator")
@EnableConfigurationProperties(WarmUpProperties.class)
class WarmUpRunner implements ApplicationListener<ApplicationReadyEvent>, HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(WarmUpRunner.class);

	/** After three rounds the first launch takes about as long as any other. */
	private static final int ROUNDS = 3;

	private final List<WarmUp> tasks;

	private volatile boolean done;

	WarmUpRunner(List<WarmUp> tasks, WarmUpProperties properties) {
		this.tasks = List.copyOf(tasks);
		this.done = !properties.enabled();
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (!this.done) {
			Thread thread = new Thread(this::run, "warm-up");
			thread.setDaemon(true);
			thread.start();
		}
	}

	@Override
	public Health health() {
		return this.done ? Health.up().build() : Health.outOfService().build();
	}

	void run() {
		long begun = System.nanoTime();
		logger.info("Warming up with an invented chart");
		try {
			for (int round = 0; round < ROUNDS; round++) {
				this.tasks.forEach(WarmUpRunner::run);
			}
		}
		finally {
			this.done = true;
			logger.info("Warmed up in {} ms", Duration.ofNanos(System.nanoTime() - begun).toMillis());
		}
	}

	private static void run(WarmUp task) {
		try {
			task.run();
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			logger.warn("Not warmed up, so the first launch takes longer: {} {}", task.getClass().getSimpleName(),
					ex.getClass().getName());
		}
	}

}
