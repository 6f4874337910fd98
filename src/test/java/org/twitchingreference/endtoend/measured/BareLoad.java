package org.twitchingreference.endtoend.measured;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.endtoend.Awaited;
import org.twitchingreference.endtoend.FreePort;

/**
 * The same arrivals at a {@link BareServer}, in a process of its own with the same heap:
 * what of the time and of the processor no server could save that reads with HAPI.
 */
final class BareLoad implements AutoCloseable {

	private static final int GENTLY = 10;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final OpenLoop arriving = new OpenLoop();

	private final URI chart = URI.create("http://127.0.0.1:" + FreePort.find() + BareServer.CHART);

	private final LoadTable table;

	private final double floor;

	private final Process process;

	private BareLoad(LoadTable table, double floor, List<String> program) throws IOException {
		this.table = table;
		this.floor = floor;
		this.process = new ProcessBuilder(
				Stream.concat(program.stream(), Stream.of("--server.port=" + this.chart.getPort())).toList())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	/** Starts the server, and returns when it has read the chart once. */
	static BareLoad start(ReplayingEhrs ehrs, Chains chains, LoadTable table, double floor) throws IOException {
		Path file = Files.createTempFile("chains", "");
		BareServer.write(file, chains);
		BareLoad load = new BareLoad(table, floor,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
						"-XX:+ExitOnOutOfMemoryError", "-Dissuer=" + ehrs.replaying().issuer(),
						"-Dpatient=" + ehrs.patient(), "-Dchains=" + file, "-cp", libraries(),
						BareServer.class.getName()));
		Awaited.until(() -> load.isRead(new Timings(), System.nanoTime()) || !load.process.isAlive());
		return load;
	}

	/** Everything but the app, whose settings are not this server's. */
	private static String libraries() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).endsWith("classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Each step as for the app, after as many to warm up. */
	void measure(LoadOptions options) throws IOException {
		arrive(GENTLY, options.warmUp());
		this.table
			.line(String.format(Locale.ROOT, "%n| a bare server | charts | read, ms p50 / p95 / p99 | p99 / floor "
					+ "| failed | processors: server | arrivals and EHR |"));
		this.table.line("| --- ".repeat(7) + "|");
		for (int perSecond : options.steps()) {
			row(perSecond, options.seconds());
		}
	}

	private void row(int perSecond, int seconds) throws IOException {
		double ofServer = seconds(this.process.toHandle());
		double own = seconds(ProcessHandle.current());
		long begin = System.nanoTime();
		Timings timings = arrive(perSecond, perSecond * seconds);
		double passed = (System.nanoTime() - begin) / 1e9;
		this.table.line(String.format(Locale.ROOT, "| %d a second | %d | %s | %.2f | %d %s | %.2f | %.2f |", perSecond,
				timings.count("complete"), timings.percentiles("complete"),
				timings.percentile("complete", 0.99) / this.floor, timings.failed(), timings.failures(),
				(seconds(this.process.toHandle()) - ofServer) / passed,
				(seconds(ProcessHandle.current()) - own) / passed));
	}

	private Timings arrive(int perSecond, int number) {
		Timings timings = new Timings();
		this.arriving.run(perSecond, number, (user, due) -> isRead(timings, due));
		return timings;
	}

	private boolean isRead(Timings timings, long due) {
		try {
			int status = this.client
				.send(HttpRequest.newBuilder(this.chart).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
			if (status != 204) {
				throw new IOException("Status " + status);
			}
			timings.add("complete", due);
			return true;
		}
		catch (IOException ex) {
			timings.fail(ex);
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static double seconds(ProcessHandle process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
	}

	@Override
	public void close() {
		this.arriving.close();
		this.process.destroy();
		this.process.onExit().join();
	}

}
