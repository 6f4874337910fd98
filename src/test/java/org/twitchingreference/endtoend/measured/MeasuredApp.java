package org.twitchingreference.endtoend.measured;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.twitchingreference.endtoend.FreePort;

/** The packaged server in a process of its own, as a hospital runs it. */
final class MeasuredApp implements AutoCloseable {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final Duration LONGEST_START = Duration.ofMinutes(2);

	private static final long POLL_MILLIS = 20;

	/** More launches than anybody may open who does not measure. */
	private static final List<String> NO_LIMITS = List.of("--twitching.rates.per-address=1000000",
			"--twitching.rates.per-ehr=1000000", "--twitching.launches-per-user=1000000",
			"--twitching.rates.per-launch=1000000");

	private final URI address;

	private final URI management;

	private final Process process;

	private final double readyMillis;

	private MeasuredApp(URI address, URI management, Process process, double readyMillis) {
		this.address = address;
		this.management = management;
		this.process = process;
		this.readyMillis = readyMillis;
	}

	/** Starts it, and returns when it says that it is ready. */
	static MeasuredApp start(Path jar, List<String> jvm, Path launchConfig, URI address) {
		return start(List.of(), jar, jvm, launchConfig, address, List.of("--twitching.base-url=" + address));
	}

	/**
	 * The same with settings that say under which address browsers reach it, and a
	 * command that runs it, or none.
	 */
	static MeasuredApp start(List<String> by, Path jar, List<String> jvm, Path launchConfig, URI address,
			List<String> settings) {
		try {
			URI management = URI.create("http://127.0.0.1:" + FreePort.find());
			List<String> command = new ArrayList<>(by);
			command.addAll(command(jar, jvm, launchConfig, address, management));
			command.addAll(settings);
			long begin = System.nanoTime();
			Process process = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(launchConfig.resolve("app-" + address.getPort() + ".log").toFile())
				.start();
			awaitReady(process, management.resolve("/actuator/health/readiness"), begin);
			return new MeasuredApp(address, management, process, (System.nanoTime() - begin) / 1e6);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(Path jar, List<String> jvm, Path launchConfig, URI address, URI management) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
		command.addAll(jvm);
		command.addAll(List.of("-jar", jar.toString(), "--server.port=" + address.getPort(),
				"--management.server.port=" + management.getPort(),
				"--twitching.audit.file=" + launchConfig.resolve("audit-" + address.getPort() + ".jsonl"),
				"--launch-config=" + launchConfig));
		command.addAll(NO_LIMITS);
		return command;
	}

	private static void awaitReady(Process process, URI readiness, long begin) {
		while (!isReady(readiness)) {
			if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
				process.destroy();
				throw new IllegalStateException("The server did not become ready");
			}
		}
	}

	private static boolean isReady(URI readiness) {
		try {
			TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
			return CLIENT.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	URI address() {
		return this.address;
	}

	/** Where it says how it is. */
	URI management() {
		return this.management;
	}

	ProcessHandle process() {
		return this.process.toHandle();
	}

	/** From the start of the process to a readiness of UP. */
	double readyMillis() {
		return this.readyMillis;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
