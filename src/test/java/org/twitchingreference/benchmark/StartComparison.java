package org.twitchingreference.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the start of the process to a server that takes launches, as it is packaged, taken
 * apart by deploy/unpack.sh, and with the classes that deploy/keep-classes.sh has kept;
 * and to a {@link BareApplication} that has parsed a chart: "./mvnw
 * spring-boot:test-run@start". "--jdk=DIR", of a JDK 25 or later, measures its AOT cache
 * too.
 */
public final class StartComparison {

	private static final int RUNS = 5;

	private static final Path JAR = Path.of("target/twitching-reference.jar");

	private static final String OWN = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final Path folder = Files.createTempDirectory("start");

	private final Path unpacked = this.folder.resolve("unpacked");

	private final String options = "@" + this.unpacked.resolve("java-options");

	private StartComparison() throws IOException {
		Files.copy(Path.of("launch-config/sandbox.yml"), this.folder.resolve("sandbox.yml"));
	}

	public static void main(String[] args) throws IOException {
		Optional<String> jdk = Stream.of(args)
			.filter((argument) -> argument.startsWith("--jdk="))
			.map((argument) -> argument.substring("--jdk=".length()))
			.findFirst();
		new StartComparison().measure(jdk);
		System.exit(0);
	}

	private void measure(Optional<String> jdk) throws IOException {
		unpack();
		System.out.println("| | ready after, s | processor time, s |");
		System.out.println("| --- | --- | --- |");
		report("bare", bare());
		report("jar", server(OWN, "-jar", JAR.toString()));
		report("unpacked", server(OWN, this.options));
		kept("unpacked, classes kept", OWN);
		if (jdk.isPresent()) {
			String java = Path.of(jdk.get(), "bin", "java").toString();
			unpack();
			report("unpacked, of " + jdk.get(), server(java, this.options));
			kept("the same, classes kept", java);
		}
	}

	private void unpack() throws IOException {
		run(List.of("sh", "deploy/unpack.sh", JAR.toString(), this.unpacked.toString()), OWN);
	}

	private void kept(String what, String java) throws IOException {
		run(List.of("sh", "deploy/keep-classes.sh", this.unpacked.toString()), java);
		report(what, server(java, this.options));
	}

	private List<String> server(String java, String... program) throws IOException {
		List<String> command = new ArrayList<>(List.of(java, "-Xmx512m"));
		command.addAll(List.of(program));
		command.addAll(List.of("--server.port=" + free(), "--management.server.port=" + free(),
				"--launch-config=" + this.folder, "--twitching.audit.file=" + this.folder.resolve("audit.jsonl")));
		return command;
	}

	/** With the libraries of the server, and this class. */
	private List<String> bare() throws IOException {
		String libraries = Files.readString(this.unpacked.resolve("java-options")).split("\"")[1];
		String path = Path.of("target/test-classes") + libraries.substring(libraries.indexOf(File.pathSeparatorChar));
		return List.of(OWN, "-Xmx512m", "-Dchart=src/test/resources/patients/blaine-kiehn.json.gz", "-cp", path,
				BareApplication.class.getName(), "--server.port=" + free());
	}

	private static void report(String what, List<String> command) throws IOException {
		List<Start> starts = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			starts.add(started(command));
		}
		System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", what,
				starts.stream().mapToDouble(Start::ready).sorted().toArray()[RUNS / 2],
				starts.stream().mapToDouble(Start::processor).sorted().toArray()[RUNS / 2]);
	}

	/** Both say in a line when they are ready. */
	private static Start started(List<String> command) throws IOException {
		long begin = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (BufferedReader said = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = said.readLine(); line != null; line = said.readLine()) {
				if (line.contains("Warmed up in") || line.contains("Ready with a chart")) {
					double ready = (System.nanoTime() - begin) / 1e9;
					Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
					// Process.destroy would close what is still read
					if (!process.toHandle().destroy()) {
						throw new IllegalStateException("Cannot be stopped: " + command);
					}
					said.transferTo(java.io.Writer.nullWriter());
					process.onExit().join();
					return new Start(ready, processor.toMillis() / 1e3);
				}
			}
		}
		throw new IllegalStateException("Did not start: " + command);
	}

	private static void run(List<String> command, String java) throws IOException {
		ProcessBuilder script = new ProcessBuilder(command).inheritIO();
		script.environment().put("JAVA", java);
		if (script.start().onExit().join().exitValue() != 0) {
			throw new IllegalStateException("Failed: " + command);
		}
	}

	private static int free() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
	}

	/** In seconds. */
	private record Start(double ready, double processor) {

	}

}
