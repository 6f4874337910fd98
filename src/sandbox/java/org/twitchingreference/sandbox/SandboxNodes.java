package org.twitchingreference.sandbox;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.twitchingreference.TwitchingReference;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Several instances of the app that share a store, behind a proxy that sends each request
 * of a sidebar to another instance than the one before.
 */
public final class SandboxNodes implements AutoCloseable {

	private final StoreServer store;

	private final RoundRobinProxy proxy;

	private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

	private SandboxNodes(StoreServer store, RoundRobinProxy proxy) {
		this.store = store;
		this.proxy = proxy;
	}

	/**
	 * Starts as many as the arguments say, for the sandbox and the port that they name.
	 */
	public static SandboxNodes start(List<String> arguments) {
		StartOptions options = new StartOptions(arguments);
		SandboxNodes nodes = new SandboxNodes(StoreServer.start(0), RoundRobinProxy.start(options.appPort()));
		try {
			IntStream.range(0, options.nodes()).forEach((number) -> nodes.start(options, number));
			return nodes;
		}
		catch (RuntimeException ex) {
			nodes.close();
			throw ex;
		}
	}

	private void start(StartOptions options, int number) {
		ConfigurableApplicationContext node = new SpringApplication(TwitchingReference.class)
			.run(options.nodeArguments(number, this.store.port()));
		this.nodes.add(node);
		this.proxy
			.add(URI.create("http://127.0.0.1:" + node.getEnvironment().getRequiredProperty("local.server.port")));
	}

	@Override
	public void close() {
		this.nodes.forEach(ConfigurableApplicationContext::close);
		this.proxy.close();
		this.store.close();
	}

}
