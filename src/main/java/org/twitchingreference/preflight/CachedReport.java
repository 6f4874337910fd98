package org.twitchingreference.preflight;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last report. A request that finds it too old starts a new run, and only one
 * run happens at a time: EHRs are asked at most once in five minutes, however often the
 * report is requested.
 */
class CachedReport {

	/**
	 * How long a report is kept. Each run makes every EHR refuse and log a token request,
	 * so runs must be rare.
	 */
	static final Duration KEPT = Duration.ofMinutes(5);

	private static final Logger logger = LoggerFactory.getLogger(CachedReport.class);

	private final Supplier<PreflightReport> checks;

	private final Executor executor;

	private final Ticker ticker;

	private Optional<PreflightReport> report = Optional.empty();

	private long madeAt;

	private boolean running;

	CachedReport(Supplier<PreflightReport> checks, Executor executor, Ticker ticker) {
		this.checks = checks;
		this.executor = executor;
		this.ticker = ticker;
	}

	/** The report while it is new enough; empty while another one is made. */
	Optional<PreflightReport> current() {
		synchronized (this) {
			boolean isOld = this.ticker.read() - this.madeAt >= KEPT.toNanos();
			if (this.running || (this.report.isPresent() && !isOld)) {
				return this.running ? Optional.empty() : this.report;
			}
			this.running = true;
			this.report = Optional.empty();
		}
		try {
			this.executor.execute(this::run);
		}
		catch (RejectedExecutionException ex) {
			notStarted();
		}
		return Optional.empty();
	}

	/** No thread was free; the next request tries again. */
	private synchronized void notStarted() {
		this.running = false;
	}

	private void run() {
		PreflightReport made = PreflightReport.notRun();
		try {
			made = this.checks.get();
		}
		catch (RuntimeException ex) {
			logger.warn("Registrations not checked: {}", ex.getClass().getName());
		}
		finally {
			keep(made);
		}
	}

	private synchronized void keep(PreflightReport made) {
		this.report = Optional.of(made);
		this.madeAt = this.ticker.read();
		this.running = false;
	}

}
