package org.twitchingreference.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.twitchingreference.registration.Deadline;

/**
 * The access of one launch, shared by all its requests and by no other launch. Renewed
 * where the EHR lets it be: shortly before it expires, or when it is no longer accepted;
 * by one request, while the others wait for what it gets.
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

	private final ReentrantLock lock = new ReentrantLock();

	private volatile TokenGrant grant;

	private volatile boolean ended;

	/** Whether another renewal may be tried at all. */
	private volatile boolean renewable;

	private volatile long since;

	private volatile long triedAt;

	LaunchAccess(TokenGrant grant, Function<TokenGrant, Renewal> renewing, Ticker ticker) {
		this.grant = grant;
		this.renewing = renewing;
		this.ticker = ticker;
		this.renewable = grant.refreshToken().isPresent();
		this.since = ticker.read();
		this.triedAt = this.since - MARGIN.toNanos();
	}

	/** What was granted last. */
	TokenGrant grant() {
		return this.grant;
	}

	/** Whether a renewal was for another patient. */
	boolean hasEnded() {
		return this.ended;
	}

	/**
	 * The grant to ask with; empty when the launch has ended. Nobody waits here: the old
	 * one is still good while somebody renews it.
	 */
	Optional<TokenGrant> current() {
		if (isAboutToExpire() && mayRenew() && this.lock.tryLock()) {
			try {
				if (isAboutToExpire() && mayRenew()) {
					renew();
				}
			}
			finally {
				this.lock.unlock();
			}
		}
		return this.ended ? Optional.empty() : Optional.of(this.grant);
	}

	/** The grant to ask with once more after this one was not accepted, if any. */
	Optional<TokenGrant> insteadOf(TokenGrant refused, Deadline deadline) {
		if (!this.renewable || !isLocked(deadline)) {
			return Optional.empty();
		}
		try {
			if (isCurrent(refused) && mayRenew()) {
				renew();
			}
			return Optional.of(this.grant).filter((next) -> !this.ended && !isCurrent(refused));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Not abandoned when the reading is over, only bounded as any request is: a token
	 * that the EHR has replaced and nobody received would end the launch.
	 */
	private void renew() {
		this.triedAt = this.ticker.read();
		Renewal renewal = this.renewing.apply(this.grant);
		this.ended = renewal.endsTheLaunch();
		this.renewable = renewal.isWorthRepeating();
		renewal.grant().ifPresent((renewed) -> {
			this.grant = renewed;
			this.since = this.ticker.read();
		});
		logger.info("Access renewed: {}", renewal.getClass().getSimpleName());
	}

	private boolean mayRenew() {
		return this.renewable && passedSince(this.triedAt).compareTo(margin().orElse(MARGIN)) >= 0;
	}

	private boolean isAboutToExpire() {
		TokenGrant held = this.grant;
		return margin().isPresent()
				&& passedSince(this.since).plus(margin().get()).compareTo(held.lifetime().orElse(Duration.ZERO)) >= 0;
	}

	/** Of access that lives shortly, a quarter of its life. */
	private Optional<Duration> margin() {
		return this.grant.lifetime()
			.map((lifetime) -> lifetime.dividedBy(4))
			.map((quarter) -> (quarter.compareTo(MARGIN) < 0) ? quarter : MARGIN);
	}

	private Duration passedSince(long moment) {
		return Duration.ofNanos(this.ticker.read() - moment);
	}

	private boolean isCurrent(TokenGrant other) {
		return this.grant.accessToken().equals(other.accessToken());
	}

	private boolean isLocked(Deadline deadline) {
		try {
			return this.lock.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Prints nothing of what it holds. */
	@Override
	public String toString() {
		return "LaunchAccess";
	}

}
