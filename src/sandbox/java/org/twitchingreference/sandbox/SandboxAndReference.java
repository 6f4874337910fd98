package org.twitchingreference.sandbox;

import java.net.URI;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.sandbox.chart.UnusableChartException;

import org.springframework.boot.SpringApplication;

/**
 * Starts the sandbox EHR and the application beside it: "./mvnw spring-boot:test-run".
 * They run on two sites (localhost and 127.0.0.1), so that the iframe is a cross-site one
 * as in a real EHR. With "--sandbox.app=ADDRESS" starts only the EHR, for an app that
 * already runs at that address.
 */
public final class SandboxAndReference {

	private SandboxAndReference() {
	}

	/**
	 * Exits with 1 and one sentence when an option, a port or a chart file is unusable.
	 */
	public static void main(String[] args) {
		StartOptions options = new StartOptions(args);
		try {
			options.requireFreePorts();
			if (options.nodes() > 1 && !StoreServer.isInstalled()) {
				throw new NoStoreServerException();
			}
			start(options);
		}
		catch (UnusableChartException | TakenPortException | NoStoreServerException | UnusableOptionException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private static void start(StartOptions options) {
		if (System.getProperty(SandboxEhr.CLIENT_SECRET) == null && System.getenv(SandboxEhr.CLIENT_SECRET) == null) {
			System.setProperty(SandboxEhr.CLIENT_SECRET, SandboxEhr.DEFAULT_CLIENT_SECRET);
		}
		URI app = options.appElsewhere().orElseGet(() -> URI.create("http://127.0.0.1:" + options.appPort()));
		SandboxEhr ehr = SandboxEhr.start(options.ehrPort(), app, options.chartDirectories());
		try {
			startApp(options);
		}
		catch (RuntimeException ex) {
			ehr.close();
			throw ex;
		}
		System.out.println("Ready: open " + ehr.base() + "/ and choose a patient (the app "
				+ (options.appElsewhere().isPresent() ? "is to run" : "runs") + " at " + app
				+ ((options.nodes() > 1) ? ", " + options.nodes() + " nodes that take turns)" : ")"));
	}

	private static void startApp(StartOptions options) {
		if (options.appElsewhere().isPresent()) {
			return;
		}
		if (options.nodes() > 1) {
			Runtime.getRuntime().addShutdownHook(new Thread(SandboxNodes.start(options.arguments())::close));
		}
		else {
			SpringApplication.from(TwitchingReference::main).run(options.appArguments());
		}
	}

}
