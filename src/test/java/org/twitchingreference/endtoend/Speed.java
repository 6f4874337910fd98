package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.twitchingreference.TwitchingReference;
import org.twitchingreference.sandbox.SandboxEhr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a physician waits, against what the EHR takes, and how much of a chart is
 * read: "./mvnw spring-boot:test-run@speed". "--charts=FILE" measures a Bundle of one's
 * own in place of the synthetic patient's of 6,006 resources.
 */
public final class Speed implements AutoCloseable {

	private static final Path PATIENTS = Path.of("src/test/resources/patients");

	/** 6,006 resources. */
	private static final Path LARGE = PATIENTS.resolve("brittny-ortiz.json.gz");

	/** 518 resources. */
	private static final Path SMALL = PATIENTS.resolve("blaine-kiehn.json.gz");

	private static final int LATENCY = 200;

	/** Of each chart; after 1,000 the JVM still compiles, on the same processors. */
	private static final int WARM_UPS = 2500;

	private static final int RUNS = 31;

	private final RecordedCharts charts;

	private final SandboxEhr sandbox;

	private final PlainEhr ehr;

	private final ConfigurableApplicationContext context;

	private final TimedBrowser timed = new TimedBrowser();

	private final URI app;

	private Speed(Path folder) throws IOException {
		this.app = URI.create("http://127.0.0.1:" + FreePort.find());
		this.sandbox = SandboxEhr.start(FreePort.find(), this.app, List.of(folder));
		this.charts = new RecordedCharts(this.sandbox.base().resolve("/quirks/smart-health-it/fhir"));
		this.ehr = PlainEhr.start(this.charts);
		this.charts.standAt(this.ehr.issuer());
		this.context = SpringApplication.run(TwitchingReference.class, "--server.port=" + this.app.getPort(),
				"--twitching.base-url=" + this.app, "--launch-config=" + this.ehr.registration(),
				"--twitching.rates.per-address=1000000", "--twitching.rates.per-ehr=1000000",
				"--twitching.launches-per-user=1000000", "--twitching.rates.per-launch=1000000");
	}

	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("speed");
		Path given = Stream.of(args)
			.filter((argument) -> argument.startsWith("--charts="))
			.map((argument) -> argument.substring("--charts=".length()))
			.findFirst()
			.map(Path::of)
			.orElse(LARGE);
		String large = read(given);
		String small = read(SMALL);
		Files.writeString(folder.resolve("large.json"), large);
		Files.writeString(folder.resolve("small.json"), small);
		try (Speed speed = new Speed(folder)) {
			speed.measure(patient(large), large.getBytes(StandardCharsets.UTF_8).length, patient(small));
		}
		System.exit(0);
	}

	private void measure(String large, long chartBytes, String small) {
		for (int time = 0; time < WARM_UPS; time++) {
			Stream.of(large, small).forEach(this::open);
		}
		List<Run> atOnce = runs(small);
		List<Run> atOnceLarge = runs(large);
		double bare = bare(small, atOnce);
		double bareLarge = bare(large, atOnceLarge);
		this.ehr.waitingFor(LATENCY);
		List<Run> waiting = runs(small);
		List<Run> waitingLarge = runs(large);
		this.ehr.waitingFor(0);

		System.out.printf(Locale.ROOT, "%nMachine: %d processors, Java %s, heap %d MB; medians of %d launches%n",
				Runtime.getRuntime().availableProcessors(), Runtime.version(), Runtime.getRuntime().maxMemory() >> 20,
				RUNS);
		System.out.printf(Locale.ROOT, "Requests of one chart: %d, the longest chain %d%n",
				atOnce.get(0).chains().requests(), atOnce.get(0).chains().deepest());
		ratio("with %d ms added, ms / floor".formatted(LATENCY), median(waiting.stream().map(Run::millis)),
				median(waiting.stream().map(Run::floor)), "at most 1.15");
		ratio("the same of the large chart", median(waitingLarge.stream().map(Run::millis)),
				median(waitingLarge.stream().map(Run::floor)), "at most 1.15");
		ratio("without, ms / bare HAPI client", median(atOnce.stream().map(Run::millis)), bare, "for comparison");
		ratio("the same of the large chart", median(atOnceLarge.stream().map(Run::millis)), bareLarge,
				"for comparison");
		ratio("large chart, bytes read / bytes of the chart", (double) atOnceLarge.get(0).chains().bytes(),
				(double) chartBytes, "at most 0.1");
		ratio("large chart, ms / of 518 resources", median(atOnceLarge.stream().map(Run::millis)),
				median(atOnce.stream().map(Run::millis)), "at most 2");
	}

	private List<Run> runs(String patient) {
		List<Run> runs = new ArrayList<>();
		for (int time = 0; time < RUNS; time++) {
			runs.add(open(patient));
		}
		return runs;
	}

	/** The token exchange and the same answers, fetched and parsed at once. */
	private double bare(String patient, List<Run> runs) {
		try (BareClient client = new BareClient(this.ehr.issuer())) {
			List<Double> millis = new ArrayList<>();
			for (int time = 0; time < WARM_UPS + RUNS; time++) {
				Run run = runs.get(time % runs.size());
				long begin = System.nanoTime();
				client.fetch(this.ehr.issuer().resolve("/token"), patient, run.chains().all());
				millis.add((System.nanoTime() - begin) / 1e6);
			}
			this.ehr.takeAnswered();
			return median(millis.subList(WARM_UPS, millis.size()).stream());
		}
	}

	/** One launch, timed from the callback to the whole sidebar. */
	private Run open(String patient) {
		PlayedBrowser browser = new PlayedBrowser();
		Page atEhr = browser.get(this.ehr.launch(this.app, patient));
		Page back = browser.get(URI.create(atEhr.header("Location")));
		URI callback = URI.create(back.header("Location"));
		String cookie = browser.cookiesFor(callback);
		this.ehr.takeAnswered();
		long begin = System.nanoTime();
		String sidebar = this.timed.open(callback, cookie);
		double millis = (System.nanoTime() - begin) / 1e6;
		Page page = new Page(callback, 200, back.headers(), sidebar);
		if (!page.isComplete() || !page.incompleteParts().isEmpty()) {
			throw new IllegalStateException("Not a whole sidebar: " + page.incompleteParts());
		}
		return Run.of(millis, this.ehr.takeAnswered());
	}

	private static void ratio(String what, double one, double other, String promised) {
		System.out.printf(Locale.ROOT, "%s: %.1f / %.1f = %.3f (%s)%n", what, one, other, one / other, promised);
	}

	private static double median(Stream<Double> values) {
		List<Double> sorted = values.sorted().toList();
		return sorted.get(sorted.size() / 2);
	}

	private static String read(Path file) throws IOException {
		if (!file.toString().endsWith(".gz")) {
			return Files.readString(file);
		}
		try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	static String patient(String chart) {
		return JsonMapper.shared()
			.readTree(chart)
			.path("entry")
			.valueStream()
			.map((entry) -> entry.path("resource"))
			.filter((resource) -> resource.path("resourceType").asString().equals("Patient"))
			.map((JsonNode resource) -> resource.path("id").asString())
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void close() throws IOException {
		this.timed.close();
		this.context.close();
		this.ehr.close();
		this.sandbox.close();
	}

	/** One launch: what it took, the token exchange, and what was asked for. */
	private record Run(double millis, double token, Chains chains) {

		static Run of(double millis, List<PlainEhr.Answered> answered) {
			double token = answered.stream()
				.filter((one) -> one.address().equals("/token"))
				.mapToDouble(PlainEhr.Answered::millis)
				.sum();
			return new Run(millis, token, Chains.of(answered));
		}

		double floor() {
			return this.token + this.chains.longestMillis();
		}

	}

}
