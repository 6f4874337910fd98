package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * How long physicians wait who come 5, 10, 20, 40 a second, and with 1,000 sidebars open,
 * and what that takes of the machine: "./mvnw spring-boot:test-run@sustained", with the
 * options of LoadOptions. The packaged server has a process of its own, and a heap of 512
 * MB; the browsers and the EHR, which replays recorded answers, are in this one.
 */
public final class SustainedLoad implements AutoCloseable {

	/** By which every answer of the EHR comes later, in milliseconds. */
	private static final int LATENCY = 200;

	/** Launches a second while warming up, and of sidebars that are to stay open. */
	private static final int GENTLY = 10;

	private static final int ATTEMPTS = 20;

	private final LoadOptions options;

	private final ReplayingEhrs ehrs;

	private final MeasuredNodes nodes;

	private final Physicians physicians;

	private final LoadTable table;

	private SustainedLoad(LoadOptions options) throws IOException {
		this.options = options;
		this.physicians = new Physicians(options.keepTogether());
		this.ehrs = new ReplayingEhrs(Speed.read(options.charts().orElse(Speed.SMALL)));
		this.nodes = MeasuredNodes.start(options, this.ehrs.launchConfig());
		this.table = new LoadTable(options, this.nodes);
	}

	public static void main(String[] args) throws IOException {
		// Idle connections that the EHR of this process keeps, else 200
		System.setProperty("sun.net.httpserver.maxIdleConnections", "5000");
		LoadOptions options = new LoadOptions(List.of(args));
		if (!Files.isReadable(options.jar())) {
			System.err.println(options.jar() + " is not there: build it first, ./mvnw package -DskipTests");
			System.exit(2);
		}
		try (SustainedLoad load = new SustainedLoad(options)) {
			load.measure();
		}
		System.exit(0);
	}

	private void measure() throws IOException {
		recorded();
		Timings warming = new Timings();
		Physicians.close(this.physicians.open(launch(), GENTLY, this.options.warmUp(), warming));
		Chains chains = recorded();
		double floor = Floor.millis(this.ehrs.replaying(), this.ehrs.patient(), chains, LATENCY);
		this.ehrs.replaying().rememberNothing();
		this.table.begin(chains, floor, warming);
		if (this.options.processorShare().isPresent()) {
			this.nodes.hold(this.options.processorShare().get());
		}
		for (int perSecond : this.options.steps()) {
			step(perSecond);
		}
		if (this.options.open() > 0) {
			keepOpen();
		}
		if (this.options.bare()) {
			try (BareLoad bare = BareLoad.start(this.ehrs, chains, this.table, floor)) {
				bare.measure(this.options);
			}
		}
	}

	/** One chart alone, several times where the EHR or its reader are still slow. */
	private Chains recorded() throws IOException {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			this.ehrs.replaying().takeAnswered();
			List<OpenedSidebar> opened = this.physicians.open(launch(), 1, 1, new Timings());
			Physicians.close(opened);
			if (!opened.isEmpty()) {
				return Chains.of(this.ehrs.replaying().takeAnswered());
			}
		}
		throw new IllegalStateException("No sidebar can be opened");
	}

	private void step(int perSecond) throws IOException {
		arrivals(perSecond + " a second", perSecond);
		if (this.options.hangingEhr()) {
			CompletableFuture<Void> others = this.physicians.openBeside(launch(this.ehrs.hanging()), GENTLY,
					GENTLY * this.options.seconds());
			arrivals(perSecond + " a second, " + GENTLY + " a second of another EHR that hangs", perSecond);
			others.join();
		}
	}

	private void arrivals(String what, int perSecond) throws IOException {
		LoadTable.Row row = this.table.row(what);
		List<OpenedSidebar> opened = this.physicians.open(launch(), perSecond, perSecond * this.options.seconds(),
				row.timings());
		row.end("shell", "complete", opened.size());
		Physicians.close(opened);
	}

	/** So many sidebars, in each of which something is done every half minute. */
	private void keepOpen() throws IOException {
		LoadTable.Row opening = this.table.row("opening " + this.options.open());
		List<OpenedSidebar> opened = this.physicians.open(launch(), GENTLY, this.options.open(), opening.timings());
		opening.end("shell", "complete", opened.size());
		LoadTable.Row row = this.table.row(opened.size() + " open");
		this.physicians.workIn(opened, this.options.openSeconds(), row.timings());
		row.end("reloaded shell", "reloaded", opened.size());
		this.table.line("answers of patients: " + row.timings().count("answer") + ", ms p50 / p95 / p99 "
				+ row.timings().percentiles("answer"));
		Physicians.close(opened);
	}

	private URI launch() {
		return launch(this.ehrs.replaying());
	}

	private URI launch(PlainEhr at) {
		return at.launch(this.nodes.address(), this.ehrs.patient());
	}

	@Override
	public void close() throws IOException {
		this.physicians.close();
		this.nodes.close();
		this.ehrs.close();
	}

}
