package org.twitchingreference.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.twitchingreference.sandbox.authorization.SandboxClients;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.chart.DraftBoard;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.FhirBases;
import org.twitchingreference.sandbox.page.EhrPages;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running sandbox EHR on the loopback: authorization server, FHIR server and chart
 * pages of one origin. Tests and the app use it over HTTP only.
 */
public final class SandboxEhr implements AutoCloseable {

	/** The environment variable or system property with the symmetric client's secret. */
	public static final String CLIENT_SECRET = "SANDBOX_CLIENT_SECRET";

	/** The secret if none is set: known to everybody, and good for this sandbox only. */
	public static final String DEFAULT_CLIENT_SECRET = "sandbox-client-secret";

	private final ConfigurableApplicationContext context;

	private final URI base;

	private SandboxEhr(ConfigurableApplicationContext context, URI base) {
		this.context = context;
		this.base = base;
	}

	/**
	 * Starts on a free port of the caller's choice; "appBase" is the address of the app
	 * ("http://127.0.0.1:8080", perhaps with a path), whose "/launch" is opened and whose
	 * "/callback/{registration}" is registered; the folders hold charts beside the
	 * built-in ones. Fails with an UnusableChartException that names a broken chart file.
	 */
	public static SandboxEhr start(int port, URI appBase, List<Path> chartDirectories) {
		return start(port, appBase, URI.create(appBase + "/jwks.json"), chartDirectories);
	}

	/** The same, for an app whose public keys are elsewhere. */
	static SandboxEhr start(int port, URI appBase, URI keys, List<Path> chartDirectories) {
		URI base = URI.create("http://localhost:" + port);
		SandboxCharts charts = SandboxCharts.load(chartDirectories, LocalDate.now(ZoneId.systemDefault()));
		SandboxClients clients = new SandboxClients(appBase, keys, clientSecret());
		ConfigurableApplicationContext context = new SpringApplicationBuilder(SandboxApplication.class)
			.main(SandboxEhr.class)
			.bannerMode(Banner.Mode.OFF)
			.initializers((starting) -> {
				GenericApplicationContext beans = (GenericApplicationContext) starting;
				beans.registerBean(SandboxCharts.class, () -> charts);
				beans.registerBean(DraftBoard.class, DraftBoard::new);
				beans.registerBean(SandboxClients.class, () -> clients);
				beans.registerBean(FhirBases.class, () -> new FhirBases(base));
				beans.registerBean(SmartEndpoints.class, () -> new SmartEndpoints(base));
			})
			.run("--spring.config.name=sandbox", "--server.address=127.0.0.1", "--server.port=" + port);
		return new SandboxEhr(context, base);
	}

	private static String clientSecret() {
		return Stream.of(System.getProperty(CLIENT_SECRET), System.getenv(CLIENT_SECRET))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(DEFAULT_CLIENT_SECRET);
	}

	/** The origin, without a trailing slash: "http://localhost:9090". */
	public URI base() {
		return this.base;
	}

	/**
	 * Opens an EHR launch ("public", "symmetric", or from a simulated EHR: "epic") and
	 * returns the app's address for it.
	 */
	public URI launch(String patientId, String client) {
		PatientChart chart = this.context.getBean(SandboxCharts.class).of(patientId).orElseThrow();
		FhirBase fhirBase = this.context.getBean(FhirBases.class).forClient(client).orElseThrow();
		return this.context.getBean(EhrPages.class).launch(chart, fhirBase, true);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
