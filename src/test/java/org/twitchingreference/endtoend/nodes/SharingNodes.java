package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.keys.KeysFixture;
import org.twitchingreference.sandbox.RoundRobinProxy;
import org.twitchingreference.sandbox.StoreServer;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nodes of the application that share a store, and the proxy that takes turns at them.
 */
final class SharingNodes implements AutoCloseable {

	/**
	 * How long a store may take on a machine that is busy. Tests of one that is slow name
	 * a time of their own.
	 */
	static final Map<String, Object> PATIENCE = Map.of("spring.data.redis.timeout", "30s",
			"spring.data.redis.connect-timeout", "30s");

	private final StoreServer store;

	private final RoundRobinProxy proxy = RoundRobinProxy.start(0);

	private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

	private final Path folder;

	private final Path keys;

	private SharingNodes(Path folder, String... options) throws IOException {
		this.folder = folder;
		this.keys = KeysFixture.file(folder.resolve("keys.json"));
		this.store = StoreServer.start(FreePort.find(), options);
	}

	/** None yet; the folder is for their keys. */
	static SharingNodes none(Path folder, String... options) {
		try {
			return new SharingNodes(folder, options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The address of all of them. */
	URI app() {
		return URI.create("http://127.0.0.1:" + this.proxy.port());
	}

	StoreServer store() {
		return this.store;
	}

	/** Starts one more. */
	ConfigurableApplicationContext node(SpringApplication application, String... arguments) {
		ConfigurableApplicationContext node = aside(application, arguments);
		this.proxy.add(address(node));
		return node;
	}

	/** Starts one more, to which the proxy passes nothing on. */
	ConfigurableApplicationContext aside(SpringApplication application, String... arguments) {
		Map<String, Object> usual = new HashMap<>(PATIENCE);
		usual.put("spring.data.redis.port", this.store.port());
		application.setDefaultProperties(usual);
		ConfigurableApplicationContext node = application
			.run(Stream.concat(shared(), Stream.of(arguments)).toArray(String[]::new));
		this.nodes.add(node);
		return node;
	}

	/** Starts one more in a process of its own, to which the proxy passes nothing on. */
	NodeProcess process(Map<String, String> environment, String... arguments) {
		return NodeProcess.start(this.folder.resolve("process.log"), environment,
				Stream
					.of(shared(), Stream.of("--spring.data.redis.port=" + this.store.port()),
							PATIENCE.entrySet().stream().map((one) -> "--" + one.getKey() + "=" + one.getValue()),
							Stream.of(arguments))
					.flatMap((each) -> each)
					.toList());
	}

	/** What all of them are told. */
	private Stream<String> shared() {
		return Stream.of("--server.port=0", "--twitching.store=redis",
				"--twitching.store-keys=" + this.folder.resolve("store-keys.json"),
				"--twitching.signing-keys=" + this.keys);
	}

	ConfigurableApplicationContext first() {
		return this.nodes.get(0);
	}

	static URI address(ConfigurableApplicationContext node) {
		return URI.create("http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port"));
	}

	/** What the node says of itself: the status of its "readiness" or "liveness". */
	static int health(ConfigurableApplicationContext node, String probe) {
		String port = node.getEnvironment().getRequiredProperty("local.management.port");
		return new PlayedBrowser().get(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe)).status();
	}

	/** Takes the node out of its turns, and then stops it, as a rolling restart does. */
	void stop(ConfigurableApplicationContext node) {
		this.proxy.remove(address(node));
		node.close();
	}

	@Override
	public void close() {
		this.nodes.forEach(ConfigurableApplicationContext::close);
		this.proxy.close();
		this.store.close();
	}

}
