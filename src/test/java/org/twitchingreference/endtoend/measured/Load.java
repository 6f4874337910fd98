package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.sandbox.SandboxEhr;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many of a thousand sidebars that are opened at the same moment become whole, and
 * when: "./mvnw spring-boot:test-run@load". "--launches=NUMBER" opens another number. All
 * bounds are as by default; the EHR, which replays a synthetic patient of 518 resources,
 * and the browsers are on the same processors and in the same heap.
 */
public final class Load implements AutoCloseable {

	private static final Path CHART = Path.of("src/test/resources/patients/blaine-kiehn.json.gz");

	private static final int WARM_UPS = 300;

	private final RecordedCharts charts;

	private final SandboxEhr sandbox;

	private final PlainEhr ehr;

	private final ConfigurableApplicationContext context;

	private final URI app;

	private Load(Path folder) throws IOException {
		this.app = URI.create("http://127.0.0.1:" + FreePort.find());
		this.sandbox = SandboxEhr.start(FreePort.find(), this.app, List.of(folder));
		this.charts = new RecordedCharts(this.sandbox.base().resolve("/quirks/smart-health-it/fhir"));
		this.ehr = PlainEhr.start(this.charts);
		this.charts.standAt(this.ehr.issuer());
		this.context = SpringApplication.run(TwitchingReference.class, "--server.port=" + this.app.getPort(),
				"--twitching.launches-per-user=1000000", "--twitching.base-url=" + this.app,
				"--launch-config=" + this.ehr.registration());
	}

	public static void main(String[] args) throws IOException {
		int launches = List.of(args)
			.stream()
			.filter((argument) -> argument.startsWith("--launches="))
			.mapToInt((argument) -> Integer.parseInt(argument.substring("--launches=".length())))
			.findFirst()
			.orElse(1000);
		Path folder = Files.createTempDirectory("load");
		byte[] chart;
		try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(CHART))) {
			chart = stream.readAllBytes();
		}
		Files.write(folder.resolve("chart.json"), chart);
		try (Load load = new Load(folder)) {
			load.measure(Speed.patient(new String(chart, StandardCharsets.UTF_8)), launches);
		}
		System.exit(0);
	}

	private void measure(String patient, int launches) {
		for (int time = 0; time < WARM_UPS; time++) {
			open(patient);
		}
		CountDownLatch begin = new CountDownLatch(1);
		ExecutorService users = Executors.newFixedThreadPool(launches);
		List<CompletableFuture<Ended>> all = new ArrayList<>();
		for (int user = 0; user < launches; user++) {
			all.add(CompletableFuture.supplyAsync(() -> opened(begin, patient), users));
		}
		long start = System.nanoTime();
		begin.countDown();
		Map<String, List<Long>> byEnd = new TreeMap<>();
		all.stream()
			.map(CompletableFuture::join)
			.forEach((ended) -> byEnd.computeIfAbsent(ended.how(), (how) -> new ArrayList<>())
				.add((ended.at() - start) / 1_000_000));
		users.shutdownNow();
		System.out.printf(Locale.ROOT, "%nMachine: %d processors, Java %s, heap %d MB; %d launches at once%n",
				Runtime.getRuntime().availableProcessors(), Runtime.version(), Runtime.getRuntime().maxMemory() >> 20,
				launches);
		byEnd.forEach((how, millis) -> System.out.printf(Locale.ROOT, "%s: %d, half of them within %d ms, all %d ms%n",
				how, millis.size(), millis.stream().sorted().toList().get(millis.size() / 2),
				millis.stream().mapToLong(Long::longValue).max().orElse(0)));
	}

	private Ended opened(CountDownLatch begin, String patient) {
		try {
			begin.await();
			return new Ended(open(patient), System.nanoTime());
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			return new Ended(String.valueOf((ex.getCause() != null) ? ex.getCause() : ex), System.nanoTime());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Ended("interrupted", System.nanoTime());
		}
	}

	private String open(String patient) {
		PlayedBrowser browser = new PlayedBrowser();
		Page atEhr = browser.get(this.ehr.launch(this.app, patient));
		if (atEhr.status() != 302) {
			return "launch refused with " + atEhr.status();
		}
		Page back = browser.get(URI.create(atEhr.header("Location")));
		URI callback = URI.create(back.header("Location"));
		try (TimedBrowser timed = new TimedBrowser()) {
			Page page = new Page(callback, 200, back.headers(), timed.open(callback, browser.cookiesFor(callback)));
			this.ehr.takeAnswered();
			if (!page.isComplete()) {
				return "no chart";
			}
			return page.incompleteParts().isEmpty() ? "whole" : "not whole";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.ehr.close();
		this.sandbox.close();
	}

	/** How a launch ended, and when, as System.nanoTime() has it. */
	private record Ended(String how, long at) {

	}

}
