package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.registration.Deadline;

/**
 * The access of one launch, shared by all its requests and by no other launch. Renewed
 * where the EHR lets it be: shortly before it expires, or when it is no longer accepted;
 * once at a time, and all wait for what that brings.
 */
class LaunchAccess {

	private static final Logger logger = LoggerFactory.getLogger(LaunchAccess.class);

	/**
	 * How long before its end access is renewed, and how long after a renewal none is
	 * tried: an EHR that does not accept what it just gave will not the next time.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	private final Function<TokenGrant, Renewal> renewing;

	private final Ticker ticker;

	private final Executor executor;

	private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

	private volatile TokenGrant grant;

	private volatile boolean ended;

	/** What was granted last, used or not: what is left to be revoked. */
	private volatile TokenGrant last;

	private final CompletableFuture<String> brokenOff = new CompletableFuture<>();

	/** Whether another renewal may be tried at all. */
	private volatile boolean renewable;

	private volatile long since;

	private volatile long triedAt;

	LaunchAccess(TokenGrant grant, Function<TokenGrant, Renewal> renewing, Executor executor, Ticker ticker) {
		this.grant = grant;
		this.last = grant;
		this.renewing = renewing;
		this.executor = executor;
		this.ticker = ticker;
		this.renewable = grant.refreshToken().isPresent();
		this.since = ticker.read();
		this.triedAt = this.since - MARGIN.toNanos();
	}

	/** What was granted last. */
	TokenGrant grant() {
		return this.grant;
	}

	/** Whether the launch is over, or a renewal was for somebody else. */
	boolean hasEnded() {
		return this.ended;
	}

	/** Done, with the reason, as soon as a renewal was for somebody else. */
	CompletableFuture<String> brokenOff() {
		return this.brokenOff;
	}

	/**
	 * Lets nobody ask any more, and tells what is left to be revoked: what was granted
	 * last, after a renewal under way.
	 */
	synchronized CompletableFuture<TokenGrant> end() {
		this.ended = true;
		return this.underWay.handle((done, failure) -> this.last);
	}

	/**
	 * The grant to ask with; empty when the launch has ended. Nobody waits for a renewal
	 * while the old one is still good.
	 */
	Optional<TokenGrant> current(Deadline deadline) {
		if (isOver(margin())) {
			CompletableFuture<Void> renewal = renewal(this.grant);
			if (isOver(Duration.ZERO)) {
				await(renewal, deadline);
			}
		}
		return this.ended ? Optional.empty() : Optional.of(this.grant);
	}

	/** The grant to ask with once more after this one was not accepted, if any. */
	Optional<TokenGrant> insteadOf(TokenGrant refused, Deadline deadline) {
		await(renewal(refused), deadline);
		return Optional.of(this.grant).filter((next) -> !this.ended && !isCurrent(refused));
	}

	/** The renewal under way; a new one where none is and it may help. */
	private synchronized CompletableFuture<Void> renewal(TokenGrant old) {
		if (this.underWay.isDone() && isCurrent(old) && mayRenew()) {
			this.triedAt = this.ticker.read();
			try {
				this.underWay = CompletableFuture.runAsync(this::renew, this.executor);
			}
			catch (RejectedExecutionException ex) {
				logger.warn("Access not renewed: too busy");
			}
		}
		return this.underWay;
	}

	/**
	 * Never interrupted when a reading is over, only bounded as any request is: what the
	 * EHR has replaced and nobody received would end the launch.
	 */
	private void renew() {
		Renewal renewal = this.renewing.apply(this.grant);
		this.renewable = renewal.isWorthRepeating();
		renewal.grant().ifPresent((renewed) -> this.last = renewed);
		renewal.endsTheLaunch().ifPresentOrElse(this::breakOff, () -> renewal.grant().ifPresent(this::goOnWith));
		logger.info("Access renewed: {}", renewal.getClass().getSimpleName());
	}

	private void goOnWith(TokenGrant renewed) {
		this.grant = renewed;
		this.since = this.ticker.read();
	}

	/** Nobody asks with what was granted for somebody else. */
	private void breakOff(String reason) {
		this.ended = true;
		this.brokenOff.complete(reason);
	}

	private boolean mayRenew() {
		return this.renewable && !this.ended && passedSince(this.triedAt).compareTo(margin()) >= 0;
	}

	/** Whether the access ends within the margin; not when it does not say when. */
	private boolean isOver(Duration margin) {
		return this.grant.lifetime()
			.filter((lifetime) -> passedSince(this.since).plus(margin).compareTo(lifetime) >= 0)
			.isPresent();
	}

	/** Of access that lives shortly, a quarter of its life. */
	private Duration margin() {
		return this.grant.lifetime()
			.map((lifetime) -> lifetime.dividedBy(4))
			.filter((quarter) -> quarter.compareTo(MARGIN) < 0)
			.orElse(MARGIN);
	}

	private Duration passedSince(long moment) {
		return Duration.ofNanos(this.ticker.read() - moment);
	}

	private boolean isCurrent(TokenGrant other) {
		return this.grant.accessToken().equals(other.accessToken());
	}

	private static void await(CompletableFuture<Void> renewal, Deadline deadline) {
		try {
			renewal.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// The old access is all there is
		}
	}

	/** Prints nothing of what it holds. */
	@Override
	public String toString() {
		return "LaunchAccess";
	}

}
