package org.twitchingreference.smart.session;

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
import org.twitchingreference.http.Deadline;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;

/**
 * The access of one launch, shared by all its requests and by no other launch. It is
 * renewed, if the EHR allows that, shortly before it expires or when the EHR no longer
 * accepts it. There is at most one renewal at a time, and all requests wait for its
 * result.
 */
public class LaunchAccess {

	private static final Logger logger = LoggerFactory.getLogger(LaunchAccess.class);

	/**
	 * How long before it expires access is renewed, and how long after a renewal no other
	 * is tried: an EHR that refuses the access it has just granted would refuse the next
	 * one too.
	 */
	private static final Duration MARGIN = Duration.ofSeconds(30);

	private final Function<TokenGrant, RenewalResult> renewing;

	private final Ticker ticker;

	private final Executor executor;

	private CompletableFuture<Void> renewalUnderWay = CompletableFuture.completedFuture(null);

	private volatile TokenGrant grant;

	private volatile boolean ended;

	/**
	 * The newest grant, even one for somebody else that is not used: the one to revoke.
	 */
	private volatile TokenGrant newest;

	private final CompletableFuture<String> endedByRenewal = new CompletableFuture<>();

	/** Whether another renewal may be tried at all. */
	private volatile boolean renewable;

	private volatile long grantedAt;

	private volatile long lastTriedAt;

	/**
	 * Takes the grant, how long ago it was given, and the function that renews it, which
	 * runs on the executor.
	 */
	public LaunchAccess(TokenGrant grant, Duration age, Function<TokenGrant, RenewalResult> renewing, Executor executor,
			Ticker ticker) {
		this.grant = grant;
		this.newest = grant;
		this.renewing = renewing;
		this.executor = executor;
		this.ticker = ticker;
		this.renewable = grant.refreshToken().isPresent();
		this.grantedAt = ticker.read() - age.toNanos();
		this.lastTriedAt = ticker.read() - MARGIN.toNanos();
	}

	/** The grant in use. */
	public TokenGrant grant() {
		return this.grant;
	}

	/** Whether the launch was closed, or a renewal gave access for somebody else. */
	public boolean hasEnded() {
		return this.ended;
	}

	/**
	 * Completes, with the reason for the audit trail, when a renewal gave access for
	 * another patient or user.
	 */
	public CompletableFuture<String> endedByRenewal() {
		return this.endedByRenewal;
	}

	/**
	 * Ends the access for all requests from now on. The future completes with the grant
	 * to revoke when no renewal is running any more.
	 */
	public synchronized CompletableFuture<TokenGrant> end() {
		this.ended = true;
		return this.renewalUnderWay.handle((done, failure) -> this.newest);
	}

	/**
	 * The grant for a request; empty when the launch has ended. While the old grant is
	 * valid no request waits for its renewal.
	 */
	Optional<TokenGrant> current(Deadline deadline) {
		if (expiresWithin(margin())) {
			CompletableFuture<Void> renewal = renewal(this.grant);
			if (expiresWithin(Duration.ZERO)) {
				await(renewal, deadline);
			}
		}
		return this.ended ? Optional.empty() : Optional.of(this.grant);
	}

	/**
	 * The grant with which to repeat a request after the EHR did not accept this one;
	 * empty if there is no newer one by the deadline.
	 */
	public Optional<TokenGrant> replacementFor(TokenGrant refused, Deadline deadline) {
		await(renewal(refused), deadline);
		return Optional.of(this.grant).filter((next) -> !this.ended && !isCurrent(refused));
	}

	/** The running renewal; starts one if there is none and it may succeed. */
	private synchronized CompletableFuture<Void> renewal(TokenGrant old) {
		if (this.renewalUnderWay.isDone() && isCurrent(old) && mayRenew()) {
			this.lastTriedAt = this.ticker.read();
			try {
				this.renewalUnderWay = CompletableFuture.runAsync(this::renew, this.executor);
			}
			catch (RejectedExecutionException ex) {
				logger.warn("Access not renewed: too busy");
			}
		}
		return this.renewalUnderWay;
	}

	/**
	 * Renews on a thread of the executor, which is not interrupted when a reading ends:
	 * if the EHR replaced the refresh token and nobody received the new one, the launch
	 * is lost.
	 */
	private void renew() {
		RenewalResult renewal = this.renewing.apply(this.grant);
		this.renewable = renewal.mayBeRetried();
		renewal.grant().ifPresent((renewed) -> this.newest = renewed);
		renewal.endReason().ifPresentOrElse(this::endBecause, () -> renewal.grant().ifPresent(this::use));
		logger.info("Access renewed: {}", renewal.getClass().getSimpleName());
	}

	/** Uses a grant that another node has received; its age counts from then. */
	public synchronized void adopt(TokenGrant renewed, Duration age) {
		if (!this.ended && this.renewalUnderWay.isDone() && !isCurrent(renewed)) {
			this.newest = renewed;
			this.renewable = renewed.refreshToken().isPresent();
			use(renewed);
			this.grantedAt -= age.toNanos();
		}
	}

	private void use(TokenGrant renewed) {
		this.grant = renewed;
		this.grantedAt = this.ticker.read();
	}

	/** Ends the launch; access for somebody else is never used. */
	private void endBecause(String reason) {
		this.ended = true;
		this.endedByRenewal.complete(reason);
	}

	private boolean mayRenew() {
		return this.renewable && !this.ended && passedSince(this.lastTriedAt).compareTo(margin()) >= 0;
	}

	/**
	 * Whether the access expires within the margin; false when the EHR did not say when.
	 */
	private boolean expiresWithin(Duration margin) {
		return this.grant.lifetime()
			.filter((lifetime) -> passedSince(this.grantedAt).plus(margin).compareTo(lifetime) >= 0)
			.isPresent();
	}

	/** The margin; for access of less than two minutes, a quarter of its lifetime. */
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
			// The request continues with the old access
		}
	}

	/** Prints nothing of its content. */
	@Override
	public String toString() {
		return "LaunchAccess";
	}

}
