package org.twitchingreference.preflight;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CachedReportTests {

	private final AtomicLong now = new AtomicLong();

	private final AtomicInteger runs = new AtomicInteger();

	private final Queue<Runnable> begun = new ArrayDeque<>();

	private final CachedReport kept = kept(() -> {
		this.runs.incrementAndGet();
		return new PreflightReport(List.of());
	});

	@Test
	void hasOneRunUnderWayAtMost() {
		assertThat(this.kept.current()).isEmpty();
		assertThat(this.kept.current()).isEmpty();

		assertThat(this.begun).hasSize(1);
	}

	@Test
	void asksNobodyAgainWhileTheReportIsNew() {
		run();
		this.now.addAndGet(CachedReport.KEPT.toNanos() - 1);

		assertThat(this.kept.current()).contains(new PreflightReport(List.of()));
		assertThat(this.begun).isEmpty();
	}

	@Test
	void makesAnotherReportOnceItIsOld() {
		run();
		this.now.addAndGet(CachedReport.KEPT.toNanos());

		run();
		assertThat(this.kept.current()).isPresent();
		assertThat(this.runs).hasValue(2);
	}

	@Test
	void saysWhenTheChecksThemselvesFail() {
		CachedReport failing = kept(() -> {
			throw new IllegalStateException("no");
		});
		failing.current();
		this.begun.remove().run();

		assertThat(failing.current()).get()
			.extracting((report) -> report.findings().get(0).code(), (report) -> report.exitStatus(false))
			.containsExactly("not-run", 2);
	}

	@Test
	void triesAgainWhereNoThreadTookTheRun() {
		AtomicInteger asked = new AtomicInteger();
		CachedReport refused = new CachedReport(() -> new PreflightReport(List.of()), (run) -> {
			if (asked.incrementAndGet() == 1) {
				throw new RejectedExecutionException();
			}
			run.run();
		}, this.now::get);

		assertThat(refused.current()).isEmpty();
		assertThat(refused.current()).isEmpty();
		assertThat(refused.current()).contains(new PreflightReport(List.of()));
	}

	private void run() {
		assertThat(this.kept.current()).isEmpty();
		this.begun.remove().run();
	}

	private CachedReport kept(Supplier<PreflightReport> checks) {
		return new CachedReport(checks, this.begun::add, this.now::get);
	}

}
