package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.sandbox.SandboxEhr;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a physician waits, in a real browser at the packaged server, against the floor
 * that a plain client needs for the same answers: "./mvnw spring-boot:test-run@speed".
 * "--charts=FILE" measures a Bundle of one's own in place of the synthetic patient's of
 * 6,006 resources, "--jar=FILE" another jar, "--jvm=OPTION" gives its JVM an option.
 */
public final class Speed implements AutoCloseable {

	private static final Path PATIENTS = Path.of("src/test/resources/patients");

	/** 6,006 resources. */
	private static final Path LARGE = PATIENTS.resolve("brittny-ortiz.json.gz");

	/** 518 resources. */
	static final Path SMALL = PATIENTS.resolve("blaine-kiehn.json.gz");

	private static final int LATENCY = 200;

	private static final int STARTS = 3;

	/** Of each chart. */
	private static final int WARM_UPS = 40;

	private static final int RUNS = 21;

	private final SandboxEhr sandbox;

	private final PlainEhr ehr;

	private final Path registration;

	private final TimedChromium browser = new TimedChromium();

	private final URI app = URI.create("http://127.0.0.1:" + FreePort.find());

	private final Path jar;

	private final List<String> jvm;

	private Speed(Path folder, Path jar, List<String> jvm) throws IOException {
		this.jar = jar;
		this.jvm = jvm;
		this.sandbox = SandboxEhr.start(FreePort.find(), this.app, List.of(folder));
		RecordedCharts charts = new RecordedCharts(this.sandbox.base().resolve("/quirks/smart-health-it/fhir"));
		this.ehr = PlainEhr.start(charts);
		charts.standAt(this.ehr.issuer());
		this.registration = this.ehr.registration();
	}

	public static void main(String[] args) throws IOException {
		Path jar = given(args, "--jar=").findFirst().map(Path::of).orElse(Path.of("target/twitching-reference.jar"));
		if (!Files.isReadable(jar)) {
			System.err.println(jar + " is not there: build it first, ./mvnw package -DskipTests");
			System.exit(2);
		}
		String large = read(given(args, "--charts=").findFirst().map(Path::of).orElse(LARGE));
		String small = read(SMALL);
		Path folder = Files.createTempDirectory("speed");
		Files.writeString(folder.resolve("large.json"), large);
		Files.writeString(folder.resolve("small.json"), small);
		try (Speed speed = new Speed(folder, jar, given(args, "--jvm=").toList())) {
			speed.measure(patient(small), patient(large), large.getBytes(StandardCharsets.UTF_8).length);
		}
		System.exit(0);
	}

	private void measure(String small, String large, long chartBytes) {
		try (MeasuredApp recorder = start()) {
			Stream.of(small, large, small, large).forEach((patient) -> open(recorder, patient));
		}
		this.ehr.waitingFor(LATENCY);
		List<Launched> first = new ArrayList<>();
		List<Double> ready = new ArrayList<>();
		for (int time = 0; time < STARTS; time++) {
			try (MeasuredApp cold = start()) {
				ready.add(cold.readyMillis());
				first.add(open(cold, small));
			}
		}
		System.out.printf(Locale.ROOT, "%n%d processors, Java %s, -Xmx512m %s, %d ms added to each answer%n",
				Runtime.getRuntime().availableProcessors(), Runtime.version(), this.jvm, LATENCY);
		System.out.printf(Locale.ROOT,
				"ready after %.0f ms; first launch: something clinical after %.0f ms, complete after %.0f ms (medians of %d)%n",
				median(ready.stream()), median(first, Launched::shown), median(first, Launched::complete), STARTS);
		try (MeasuredApp warm = start()) {
			this.ehr.waitingFor(0);
			for (int time = 0; time < WARM_UPS; time++) {
				Stream.of(small, large).forEach((patient) -> open(warm, patient));
			}
			this.ehr.waitingFor(LATENCY);
			report("518 resources", runs(warm, small), small, 0);
			report("large chart", runs(warm, large), large, chartBytes);
		}
	}

	private void report(String what, List<Launched> runs, String patient, long chartBytes) {
		double floor = Floor.millis(this.ehr, patient, runs.get(0).chains(), LATENCY);
		double complete = median(runs, Launched::complete);
		System.out.printf(Locale.ROOT,
				"%s, warm: something clinical after %.0f ms, complete after %.0f ms, %.2f times the floor of %.0f ms (wanted 1.25); %d requests, longest chain %d%n",
				what, median(runs, Launched::shown), complete, complete / floor, floor, runs.get(0).chains().requests(),
				runs.get(0).chains().deepest());
		if (chartBytes > 0) {
			System.out.printf(Locale.ROOT, "bytes read / bytes of the chart: %.3f%n",
					runs.get(0).chains().bytes() / (double) chartBytes);
		}
	}

	private MeasuredApp start() {
		return MeasuredApp.start(this.jar, this.jvm, this.registration, this.app);
	}

	private List<Launched> runs(MeasuredApp app, String patient) {
		return Stream.generate(() -> open(app, patient)).limit(RUNS).toList();
	}

	private Launched open(MeasuredApp app, String patient) {
		this.ehr.takeAnswered();
		TimedChromium.Timed timed = this.browser.open(this.ehr.launch(app.address(), patient), this.ehr::sentBack);
		return new Launched(timed.shown(), timed.complete(), Chains.of(this.ehr.takeAnswered()));
	}

	private static double median(List<Launched> runs, ToDoubleFunction<Launched> what) {
		return median(runs.stream().map(what::applyAsDouble));
	}

	private static double median(Stream<Double> values) {
		List<Double> sorted = values.sorted().toList();
		return sorted.get(sorted.size() / 2);
	}

	private static Stream<String> given(String[] args, String option) {
		return Stream.of(args).filter((one) -> one.startsWith(option)).map((one) -> one.substring(option.length()));
	}

	static String read(Path file) throws IOException {
		if (!file.toString().endsWith(".gz")) {
			return Files.readString(file);
		}
		try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	static String patient(String chart) {
		Optional<String> id = JsonMapper.shared()
			.readTree(chart)
			.path("entry")
			.valueStream()
			.map((entry) -> entry.path("resource"))
			.filter((resource) -> resource.path("resourceType").asString().equals("Patient"))
			.map((JsonNode resource) -> resource.path("id").asString())
			.findFirst();
		return id.orElseThrow();
	}

	@Override
	public void close() throws IOException {
		this.browser.close();
		this.ehr.close();
		this.sandbox.close();
	}

	/** One launch, and what was asked for. */
	private record Launched(double shown, double complete, Chains chains) {

	}

}
