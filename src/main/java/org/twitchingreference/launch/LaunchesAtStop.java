package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends all launches when the server stops: once no page is answered any more, and while
 * what writes the audit trail and asks EHRs to revoke access is still there.
 */
@Component
class LaunchesAtStop implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LaunchesAtStop.class);

	/** Nobody who stops a server waits longer for EHRs. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * The web server, whose phase is far above, stops before this and starts after it.
	 */
	private static final int PHASE = 0;

	private final Launches launches;

	private final Duration patience;

	private volatile boolean running;

	@Autowired
	LaunchesAtStop(Launches launches) {
		this(launches, PATIENCE);
	}

	LaunchesAtStop(Launches launches, Duration patience) {
		this.launches = launches;
		this.patience = patience;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<CompletableFuture<Revoked>> asked = this.launches.stop();
		await(CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)));
		long confirmed = asked.stream()
			.filter((revoked) -> revoked.getNow(Revoked.NOT_CONFIRMED) == Revoked.CONFIRMED)
			.count();
		logger.info("Launches ended with the server: {}, revoked: {}", asked.size(), confirmed);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A server that only pauses loses nobody's launch. */
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private void await(CompletableFuture<Void> all) {
		try {
			all.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// What is not revoked by now expires at the EHR
		}
	}

}
