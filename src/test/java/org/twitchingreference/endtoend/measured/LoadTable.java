package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What was measured under load, as a table of Markdown that grows while it is measured.
 */
final class LoadTable {

	private final LoadOptions options;

	private final MeasuredNodes nodes;

	private final Optional<Path> out;

	private double floor;

	LoadTable(LoadOptions options, MeasuredNodes nodes) {
		this.options = options;
		this.nodes = nodes;
		this.out = options.out();
	}

	void begin(Chains chains, double floorMillis, Timings warming) throws IOException {
		this.floor = floorMillis;
		line("%d processors, Java %s, %d node(s) with -Xmx512m %s %s, chart %s, warmed up by %d launches, %d failed %s"
			.formatted(Runtime.getRuntime().availableProcessors(), Runtime.version(), this.options.nodes(),
					this.options.jvm(), this.options.app(), this.options.charts().orElse(Speed.SMALL).getFileName(),
					warming.count("complete"), warming.failed(), (warming.failed() == 0) ? "" : warming.failures()));
		line(String.format(Locale.ROOT, "%d requests and %d bytes for a chart, floor %.0f ms%n", chains.requests(),
				chains.bytes(), this.floor));
		line("| | launches | carried a second | shell, ms p50 / p95 / p99 | complete, ms p50 / p95 / p99 | p99 / floor | failed "
				+ "| processors: servers | browsers and EHR | threads | heap, MB | bytes per open launch |");
		line("| --- ".repeat(12) + "|");
	}

	/** Begins to measure. */
	Row row(String what) {
		return new Row(what);
	}

	void line(String text) throws IOException {
		System.out.println(text);
		if (this.out.isPresent()) {
			Files.writeString(this.out.get(), text + System.lineSeparator(), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
	}

	private static double ownProcessorSeconds() {
		return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
	}

	/** One step from its begin to its end. */
	final class Row {

		private final String what;

		private final Timings timings = new Timings();

		private final double heapBefore;

		private final double ofServers;

		private final double own;

		private final long begin;

		private Row(String what) {
			this.what = what;
			this.heapBefore = LoadTable.this.nodes.heapMegabytes();
			this.ofServers = LoadTable.this.nodes.processorSeconds();
			this.own = ownProcessorSeconds();
			this.begin = System.nanoTime();
		}

		Timings timings() {
			return this.timings;
		}

		/** Ends it with so many sidebars open. */
		void end(String shell, String complete, int open) throws IOException {
			double seconds = (System.nanoTime() - this.begin) / 1e9;
			double servers = (LoadTable.this.nodes.processorSeconds() - this.ofServers) / seconds;
			double beside = (ownProcessorSeconds() - this.own) / seconds;
			double heap = LoadTable.this.nodes.heapMegabytes();
			line(String.format(Locale.ROOT,
					"| %s | %d | %.1f | %s | %s | %.2f | %.2f %% %s | %.2f | %.2f | %.0f | %.0f | %.0f |", this.what,
					this.timings.count(complete), this.timings.count(complete) / seconds,
					this.timings.percentiles(shell), this.timings.percentiles(complete),
					this.timings.percentile(complete, 0.99) / LoadTable.this.floor,
					100.0 * this.timings.failed() / Math.max(1, this.timings.failed() + this.timings.count(complete)),
					(this.timings.failed() == 0) ? "" : this.timings.failures(), servers, beside,
					LoadTable.this.nodes.threads(), heap, (heap - this.heapBefore) * (1 << 20) / Math.max(1, open)));
		}

	}

}
