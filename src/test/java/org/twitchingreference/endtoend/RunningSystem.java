package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.keys.KeysFixture;
import org.twitchingreference.sandbox.SandboxEhr;

import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The application beside a sandbox EHR, once for all tests: the EHR on "localhost", the
 * application on "127.0.0.1", two sites as in a hospital.
 */
public final class RunningSystem {

	/**
	 * Synthea charts of the tests' own, beside the sandbox's hand-made ones, or those of
	 * the folder that "-Dsandbox.charts" names.
	 */
	static final Path PATIENTS = Path.of(System.getProperty("sandbox.charts", "src/test/resources/patients"));

	/** How much later it is for the application than it would be by itself. */
	private static final AtomicLong LATER = new AtomicLong();

	private static final RunningSystem SYSTEM = start();

	private final SandboxEhr ehr;

	private final URI app;

	private final List<String> settings;

	private final URI management;

	private RunningSystem(SandboxEhr ehr, URI app, URI management, List<String> settings) {
		this.settings = settings;
		this.ehr = ehr;
		this.app = app;
		this.management = management;
	}

	public static URI ehr() {
		return SYSTEM.ehr.base();
	}

	public static URI app() {
		return SYSTEM.app;
	}

	/** The management port. */
	static URI management() {
		return SYSTEM.management;
	}

	/** What the application was started with, as options. */
	static List<String> settings() {
		return SYSTEM.settings;
	}

	/** Lets time pass for launches and all else that the application keeps. */
	public static void pass(Duration time) {
		LATER.addAndGet(time.toNanos());
	}

	/** The address by which the EHR opens the application for a patient. */
	public static URI launch(String patientId, String client) {
		return SYSTEM.ehr.launch(patientId, client);
	}

	/** The origins that may frame the sidebar of the client's launches, no other's. */
	static String frameAncestors(String client) {
		return ehr() + (client.equals("symmetric") ? " https://sandbox-symmetric" : " https://sandbox")
				+ ".example.org";
	}

	private static RunningSystem start() {
		try {
			URI app = URI.create("http://127.0.0.1:" + FreePort.find());
			SandboxEhr ehr = SandboxEhr.start(FreePort.find(), app, List.of(PATIENTS));
			SpringApplication application = new SpringApplication(TwitchingReference.class);
			Ticker ticker = () -> System.nanoTime() + LATER.get();
			application.addInitializers((starting) -> ((GenericApplicationContext) starting).registerBean("movedTicker",
					Ticker.class, () -> ticker, (definition) -> definition.setPrimary(true)));
			URI management = URI.create("http://127.0.0.1:" + FreePort.find());
			List<String> settings = List.of("--twitching.base-url=" + app,
					"--launch-config=" + registrations(ehr.base()),
					"--twitching.signing-keys="
							+ KeysFixture.file(Files.createTempDirectory("keys").resolve("keys.json")),
					"--" + SandboxEhr.CLIENT_SECRET + "=" + SandboxEhr.DEFAULT_CLIENT_SECRET);
			application.run(Stream
				.concat(settings.stream(),
						Stream.of("--server.port=" + app.getPort(), "--management.server.port=" + management.getPort(),
								"--management.endpoint.preflight.access=read-only",
								"--twitching.rates.per-address=1000000", "--twitching.rates.per-ehr=1000000",
								"--twitching.launches-per-user=1000000", "--twitching.rates.per-launch=1000000"))
				.toArray(String[]::new));
			return new RunningSystem(ehr, app, management, settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The project's own registrations of the sandbox, at the port of this run, and each
	 * with a frame ancestor of its own.
	 */
	private static Path registrations(URI ehr) throws IOException {
		Path folder = Files.createTempDirectory("launch-config");
		List<Path> files = new ArrayList<>(List.of(Path.of("launch-config/sandbox.yml"),
				Path.of("src/sandbox/resources/launch-config/sandbox-symmetric.yml"),
				Path.of("src/sandbox/resources/launch-config/sandbox-asymmetric.yml"),
				Path.of("src/sandbox/resources/launch-config/sandbox-asymmetric-es384.yml")));
		try (Stream<Path> simulated = Files.list(Path.of("src/sandbox/resources/launch-config/quirks"))) {
			simulated.forEach(files::add);
		}
		for (Path file : files) {
			String name = file.getFileName().toString().replace(".yml", "");
			String registration = Files.readString(file)
				.replace("http://localhost:9090", ehr.toString())
				.replace("http://127.0.0.1:9090", "https://" + name + ".example.org");
			Files.writeString(folder.resolve(file.getFileName()), registration);
		}
		Files.writeString(folder.resolve("forwarding.yml"), ForwardingEhr.registration());
		return folder;
	}

}
