package org.twitchingreference.endtoend.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;

import org.springframework.boot.SpringApplication;

/**
 * The application, less patient than usual, beside a breakable EHR, once for all tests.
 */
final class BreakableSystem {

	/** More bytes than the application reads of one answer. */
	static final int LARGEST_BODY = 256 * 1024;

	/** More milliseconds than the application waits for one answer. */
	static final int TOO_LONG = 40_000;

	/** The system of a local code, "K", that the registration maps. */
	static final String LOCAL_CODES = "urn:oid:1.2.3.4.5";

	private static final BreakableSystem SYSTEM = start();

	private final BreakableEhr ehr;

	private final URI app;

	private BreakableSystem(BreakableEhr ehr, URI app) {
		this.ehr = ehr;
		this.app = app;
	}

	static BreakableEhr ehr() {
		return SYSTEM.ehr;
	}

	static URI app() {
		return SYSTEM.app;
	}

	/** The filled-in sidebar of a fresh launch in a browser of its own. */
	static Page sidebar(InventedPatient patient) {
		return new PlayedBrowser().openSidebar(launch(patient));
	}

	static URI launch(InventedPatient patient) {
		return ehr().launch(app(), patient);
	}

	private static BreakableSystem start() {
		try {
			BreakableEhr ehr = BreakableEhr.start();
			URI app = URI.create("http://127.0.0.1:" + FreePort.find());
			SpringApplication.run(TwitchingReference.class, "--server.port=" + app.getPort(),
					"--twitching.base-url=" + app, "--twitching.rates.per-address=1000000",
					"--twitching.rates.per-ehr=1000000", "--twitching.launches-per-user=1000000",
					"--twitching.rates.per-launch=1000000", "--launch-config=" + registration(ehr),
					"--twitching.fhir.read-timeout=30s", "--twitching.chart.deadline=10m",
					"--twitching.chart.at-once=200", "--twitching.fhir.per-ehr=200", "--twitching.fhir.longest-wait=5m",
					"--twitching.fhir.retry.pause=1ms", "--twitching.fhir.maximum-body=" + LARGEST_BODY + "B");
			return new BreakableSystem(ehr, app);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path registration(BreakableEhr ehr) throws IOException {
		Path folder = Files.createTempDirectory("launch-config");
		for (PlayedDialect dialect : PlayedDialect.values()) {
			String name = (dialect == PlayedDialect.DEFAULT) ? "breakable"
					: "breakable-" + dialect.name().toLowerCase(Locale.ROOT);
			Files.writeString(folder.resolve(name + ".yml"), """
					name: Breakable EHR
					environment: sandbox
					iss: %s
					client-id: breakable-app
					auth: none
					scopes: [ %s ]
					frame-ancestors: [ "%s" ]
					dialect:
					  %s
					code-map:
					  - { system: "%s", code: "K", loinc: 2823-3 }
					source: this test
					verified-on: with every build
					""".formatted(ehr.issuer(dialect), InventedPatient.EVERYTHING.replace(" ", ", "), ehr.origin(),
					dialect.registered(), LOCAL_CODES));
		}
		return folder;
	}

}
