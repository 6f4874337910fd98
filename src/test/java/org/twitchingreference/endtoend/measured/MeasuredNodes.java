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
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.sandbox.RoundRobinProxy;
import org.twitchingreference.sandbox.StoreServer;

/**
 * The packaged server, once or several times behind a proxy that takes turns, each in a
 * process of its own, and what it uses of the machine.
 */
final class MeasuredNodes implements AutoCloseable {

	private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} (\\S+)$");

	private static final Pattern THREADS = Pattern.compile("(?m)^jvm_threads_peak_threads (\\S+)$");

	private final HttpClient client = HttpClient.newHttpClient();

	private final List<MeasuredApp> nodes = new ArrayList<>();

	private final List<Runnable> ends = new ArrayList<>();

	private final URI address;

	private MeasuredNodes(URI address) {
		this.address = address;
	}

	static MeasuredNodes start(LoadOptions options, Path launchConfig) throws IOException {
		if (options.nodes() == 1) {
			URI address = free();
			MeasuredNodes alone = new MeasuredNodes(address);
			alone.add(options, launchConfig, address, List.of());
			return alone;
		}
		RoundRobinProxy proxy = RoundRobinProxy.start(0);
		MeasuredNodes nodes = new MeasuredNodes(URI.create("http://127.0.0.1:" + proxy.port()));
		StoreServer store = StoreServer.start(0);
		nodes.ends.addAll(List.of(proxy::close, store::close));
		for (int node = 0; node < options.nodes(); node++) {
			URI own = free();
			nodes.add(options, launchConfig, own,
					List.of("--twitching.store=redis",
							"--twitching.store-keys=" + launchConfig.resolve("store-keys.json"),
							"--spring.data.redis.port=" + store.port()));
			proxy.add(own);
		}
		return nodes;
	}

	private static URI free() throws IOException {
		return URI.create("http://127.0.0.1:" + FreePort.find());
	}

	private void add(LoadOptions options, Path launchConfig, URI own, List<String> shared) {
		List<String> settings = new ArrayList<>(shared);
		settings.add("--twitching.base-url=" + this.address);
		settings.addAll(options.app());
		List<String> before = options.processorEach() ? List.of("taskset", "-c", String.valueOf(this.nodes.size()))
				: List.of();
		this.nodes.add(MeasuredApp.start(before, options.jar(), options.jvm(), launchConfig, own, settings));
	}

	/** From now on each may use only so much of a processor. */
	void hold(double share) throws IOException {
		for (MeasuredApp node : this.nodes) {
			ProcessorShare held = ProcessorShare.of(share, node.process());
			this.ends.add(held::close);
		}
	}

	/** Where browsers reach them. */
	URI address() {
		return this.address;
	}

	/** Processor time since the start. */
	double processorSeconds() {
		return sum((node) -> node.process().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3);
	}

	/** The most at once since the start, over all nodes. */
	double threads() {
		return sum((node) -> metric(node, THREADS));
	}

	/** What is in use after a collection of everything that nothing refers to. */
	double heapMegabytes() {
		return sum((node) -> {
			collect(node);
			return metric(node, HEAP) / (1 << 20);
		});
	}

	private double sum(ToDoubleFunction<MeasuredApp> figure) {
		return this.nodes.stream().mapToDouble(figure).sum();
	}

	/** By "jcmd" of the JDK that runs this. */
	private static void collect(MeasuredApp node) {
		try {
			new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
					String.valueOf(node.process().pid()), "GC.run")
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.onExit()
				.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private double metric(MeasuredApp node, Pattern pattern) {
		URI metrics = node.management().resolve("/actuator/prometheus");
		String said = this.client
			.sendAsync(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
			.join()
			.body();
		return pattern.matcher(said).results().mapToDouble((found) -> Double.parseDouble(found.group(1))).sum();
	}

	@Override
	public void close() {
		this.nodes.forEach(MeasuredApp::close);
		this.ends.forEach(Runnable::run);
	}

}
