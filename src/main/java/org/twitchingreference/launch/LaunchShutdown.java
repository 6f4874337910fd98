package org.twitchingreference.launch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.smart.RevocationResult;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends all launches when the server stops, before anything else is stopped: the audit
 * trail can still be written, and an EHR that is asked to revoke access can still fetch
 * this server's public keys.
 */
@Component
class LaunchShutdown implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(LaunchShutdown.class);

	/** The longest that a stop waits for EHRs to revoke access. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	/**
	 * Spring stops higher phases first: this before the web server, whose phases are
	 * below.
	 */
	private static final int PHASE = Integer.MAX_VALUE;

	private final Launches launches;

	private final Duration longestWait;

	private volatile boolean running;

	@Autowired
	LaunchShutdown(Launches launches) {
		this(launches, LONGEST_WAIT);
	}

	LaunchShutdown(Launches launches, Duration longestWait) {
		this.launches = launches;
		this.longestWait = longestWait;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		List<CompletableFuture<RevocationResult>> asked = this.launches.stop();
		await(CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)));
		long confirmed = asked.stream()
			.filter((revoked) -> revoked.getNow(RevocationResult.NOT_CONFIRMED) == RevocationResult.CONFIRMED)
			.count();
		logger.info("Launches ended with the server: {}, revoked: {}", asked.size(), confirmed);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** A context that is paused, not closed, keeps its launches. */
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
			all.get(this.longestWait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// Access that is not revoked by now expires at the EHR
		}
	}

}
