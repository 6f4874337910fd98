package org.twitchingreference.sandbox;

import java.net.URI;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.sandbox.chart.UnusableChartException;

import org.springframework.boot.SpringApplication;

/**
 * Starts the sandbox EHR and the application beside it: "./mvnw spring-boot:test-run".
 * They run on two sites (localhost and 127.0.0.1), so that the iframe is a cross-site one
 * as in a real EHR.
 */
public final class SandboxAndReference {

	private SandboxAndReference() {
	}

	/** Exits with 1 and one sentence when a port is taken or a chart file is unusable. */
	public static void main(String[] args) {
		StartOptions options = new StartOptions(args);
		try {
			options.requireFreePorts();
			start(options);
		}
		catch (UnusableChartException | TakenPortException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private static void start(StartOptions options) {
		if (System.getProperty(SandboxEhr.CLIENT_SECRET) == null && System.getenv(SandboxEhr.CLIENT_SECRET) == null) {
			System.setProperty(SandboxEhr.CLIENT_SECRET, SandboxEhr.DEFAULT_CLIENT_SECRET);
		}
		URI app = URI.create("http://127.0.0.1:" + options.appPort());
		SandboxEhr ehr = SandboxEhr.start(options.ehrPort(), app, options.chartDirectories());
		try {
			SpringApplication.from(TwitchingReference::main).run(options.appArguments());
		}
		catch (RuntimeException ex) {
			ehr.close();
			throw ex;
		}
		System.out.println("Ready: open " + ehr.base() + "/ and choose a patient (the app runs at " + app + ")");
	}

}
