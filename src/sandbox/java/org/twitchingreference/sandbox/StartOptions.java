package org.twitchingreference.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Divides the command line between the sandbox ("--sandbox.charts=DIR",
 * "--sandbox.port=9090", "--sandbox.nodes=2", "--sandbox.app=https://...") and the app.
 */
record StartOptions(List<String> arguments) {

	private static final String CHARTS = "sandbox.charts";

	private static final String EHR_PORT = "sandbox.port";

	private static final String NODES = "sandbox.nodes";

	private static final String APP = "sandbox.app";

	private static final String PORT = "server.port";

	private static final String MANAGEMENT_PORT = "management.server.port";

	private static final int DEFAULT_PORT = 8080;

	private static final int HIGHEST_PORT = 65535;

	/** Lets a second app beside the first one take any free port. */
	private static final String ANY_PORT = "0";

	private static final Path SHARED = Path.of("..", "shared", "patients");

	private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.-]+(:\\d+)?(/[\\w.-]+)*");

	private static final Pattern COMMA = Pattern.compile(",");

	StartOptions(String... arguments) {
		this(List.of(arguments));
	}

	/**
	 * The folders of the option and of the system property, and the shared folder if it
	 * exists.
	 */
	List<Path> chartDirectories() {
		Stream<Path> asked = Stream.concat(values(CHARTS), Stream.ofNullable(System.getProperty(CHARTS)))
			.flatMap(COMMA::splitAsStream)
			.map(Path::of);
		return Stream.concat(Stream.of(SHARED).filter(Files::isDirectory), asked).distinct().toList();
	}

	int ehrPort() {
		return number(EHR_PORT, SandboxRegistrations.DEFAULT_PORT);
	}

	int appPort() {
		return number(PORT, DEFAULT_PORT);
	}

	/**
	 * The address of an app that was started separately; if it is empty, an app is
	 * started here.
	 */
	Optional<URI> appElsewhere() {
		List<String> given = values(APP).toList();
		if (given.size() > 1 || !given.stream().allMatch((address) -> ADDRESS.matcher(address).matches())) {
			throw new UnusableOptionException(
					"Give --" + APP + " once, with the app's address and no slash at its end, such as --" + APP
							+ "=https://twitching.example.org.");
		}
		return given.stream().map(URI::create).findFirst();
	}

	/**
	 * How many instances of the app share a store behind the app's port; a single one
	 * keeps launches in memory.
	 */
	int nodes() {
		return number(NODES, 1);
	}

	/**
	 * The arguments for one of several instances, which share the store at this port;
	 * each listens at a free port of its own.
	 */
	String[] nodeArguments(int number, int storePort) {
		StartOptions shared = new StartOptions(Stream
			.concat(given(number), Stream.of(prefix("twitching.base-url") + "http://127.0.0.1:" + appPort(),
					prefix("launch-config") + SandboxRegistrations.at(ehrPort()), prefix("twitching.store") + "redis",
					prefix("twitching.store-keys") + "target/sandbox-store-keys.json",
					prefix("spring.data.redis.port") + storePort,
					prefix("twitching.audit.file") + "logs/audit-" + number + ".jsonl",
					prefix(MANAGEMENT_PORT) + ANY_PORT))
			.filter((argument) -> !argument.startsWith(prefix(NODES)) && !argument.startsWith(prefix(PORT)))
			.collect(Collectors.toMap((argument) -> argument.replaceFirst("=.*", ""), Function.identity(),
					(asked, usual) -> asked, LinkedHashMap::new))
			.values()
			.toArray(String[]::new));
		return Arrays.stream(shared.appArguments())
			.map((argument) -> argument.startsWith(prefix(PORT)) ? prefix(PORT) + ANY_PORT : argument)
			.toArray(String[]::new);
	}

	/**
	 * A management port that the arguments name can be used by the first instance only.
	 */
	private Stream<String> given(int number) {
		return this.arguments.stream()
			.filter((argument) -> number == 0 || !argument.startsWith(prefix(MANAGEMENT_PORT)));
	}

	/**
	 * The arguments without the sandbox's own options, and with the settings by which the
	 * app finds the sandbox.
	 */
	String[] appArguments() {
		List<String> forApp = new ArrayList<>(this.arguments);
		forApp.removeIf((argument) -> Stream.of(CHARTS, EHR_PORT, NODES, APP)
			.map(StartOptions::prefix)
			.anyMatch(argument::startsWith));
		withDefault(forApp, "launch-config", SandboxRegistrations.at(ehrPort()));
		withDefault(forApp, "twitching.signing-keys", "target/sandbox-keys.json");
		withDefault(forApp, "server.address", "127.0.0.1");
		withDefault(forApp, PORT, String.valueOf(DEFAULT_PORT));
		withDefault(forApp, MANAGEMENT_PORT, (appPort() == DEFAULT_PORT) ? "8081" : ANY_PORT);
		withDefault(forApp, "twitching.base-url", "http://127.0.0.1:" + appPort());
		return forApp.toArray(String[]::new);
	}

	/** Fails with a TakenPortException before anything slow begins. */
	void requireFreePorts() {
		requireFree(ehrPort());
		if (appElsewhere().isEmpty()) {
			requireFree(appPort());
		}
	}

	private void withDefault(List<String> forApp, String name, String value) {
		Optional<String> given = values(name).findFirst();
		if (given.isEmpty()) {
			forApp.add(prefix(name) + value);
		}
	}

	/**
	 * The value of an option that is a port, or a number of instances, which has the same
	 * limits.
	 */
	private int number(String name, int usual) {
		List<String> given = values(name).toList();
		if (given.isEmpty()) {
			return usual;
		}
		if (given.size() > 1 || !given.get(0).matches("[1-9][0-9]{0,4}")
				|| Integer.parseInt(given.get(0)) > HIGHEST_PORT) {
			throw new UnusableOptionException("Give --" + name + " once, with a number from 1 to " + HIGHEST_PORT
					+ ", such as --" + name + "=" + usual + ".");
		}
		return Integer.parseInt(given.get(0));
	}

	private Stream<String> values(String name) {
		return this.arguments.stream()
			.filter((argument) -> argument.startsWith(prefix(name)))
			.map((argument) -> argument.substring(prefix(name).length()));
	}

	private static String prefix(String name) {
		return "--" + name + "=";
	}

	private static void requireFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		}
		catch (IOException ex) {
			throw new TakenPortException(port, ex);
		}
	}

}
