package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.sandbox.SandboxEhr;

/**
 * An EHR that replays what the sandbox once answered about a chart, and one that lets
 * everybody in and then answers nothing about any.
 */
final class ReplayingEhrs implements AutoCloseable {

	private final CountDownLatch over = new CountDownLatch(1);

	private final PlainEhr hanging = PlainEhr.start((address) -> hang());

	private final SandboxEhr sandbox;

	private final PlainEhr replaying;

	private final Path launchConfig;

	private final String patient;

	ReplayingEhrs(String chart) throws IOException {
		Path folder = Files.createTempDirectory("replayed");
		Files.writeString(folder.resolve("chart.json"), chart);
		this.patient = Speed.patient(chart);
		this.sandbox = SandboxEhr.start(FreePort.find(), URI.create("http://127.0.0.1:1"), List.of(folder));
		RecordedCharts charts = new RecordedCharts(this.sandbox.base().resolve("/quirks/smart-health-it/fhir"));
		this.replaying = PlainEhr.start(charts);
		charts.standAt(this.replaying.issuer());
		this.launchConfig = this.replaying.registration();
		this.hanging.registerIn(this.launchConfig, "hanging");
	}

	PlainEhr replaying() {
		return this.replaying;
	}

	PlainEhr hanging() {
		return this.hanging;
	}

	/** The folder with the registrations of both. */
	Path launchConfig() {
		return this.launchConfig;
	}

	/** Whose chart it is. */
	String patient() {
		return this.patient;
	}

	private PlainEhr.Body hang() throws IOException {
		try {
			this.over.await();
			return PlainEhr.Body.of("{}");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.over.countDown();
		this.hanging.close();
		this.replaying.close();
		this.sandbox.close();
	}

}
