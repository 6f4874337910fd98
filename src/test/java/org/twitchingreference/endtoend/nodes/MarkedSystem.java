package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.launch.Launches;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** The application beside two EHRs, at a time that moves only when it is told to. */
final class MarkedSystem implements AutoCloseable {

	private final AtomicLong nanos = new AtomicLong();

	private final List<MarkedEhr> ehrs = List.of(MarkedEhr.start(0), MarkedEhr.start(5));

	private final Path folder;

	private final URI app;

	private final Optional<SharingNodes> shared;

	private final List<ConfigurableApplicationContext> nodes;

	private MarkedSystem(boolean shared) throws IOException {
		this.folder = Files.createTempDirectory("marked");
		for (MarkedEhr ehr : this.ehrs) {
			Files.writeString(this.folder.resolve("marked-" + this.ehrs.indexOf(ehr) + ".yml"), ehr.registration());
		}
		this.shared = shared ? Optional.of(SharingNodes.none(this.folder)) : Optional.empty();
		this.app = this.shared.map(SharingNodes::app).orElse(URI.create("http://127.0.0.1:" + FreePort.find()));
		this.nodes = shared ? List.of(node(0), node(1)) : List.of(alone());
	}

	private ConfigurableApplicationContext alone() {
		return application()
			.run(arguments("--server.port=" + this.app.getPort(), "--twitching.audit.file=" + auditFile(0)));
	}

	private ConfigurableApplicationContext node(int number) {
		return this.shared.orElseThrow().node(application(), arguments("--twitching.audit.file=" + auditFile(number)));
	}

	private SpringApplication application() {
		SpringApplication application = new SpringApplication(TwitchingReference.class);
		application.addInitializers((starting) -> ((GenericApplicationContext) starting).registerBean("moved",
				Ticker.class, () -> this.nanos::get, (definition) -> definition.setPrimary(true)));
		return application;
	}

	private String[] arguments(String... further) {
		return Stream.concat(Stream.of("--twitching.base-url=" + this.app, "--twitching.rates.per-address=1000000",
				"--twitching.rates.per-ehr=1000000", "--twitching.rates.per-launch=1000000",
				"--launch-config=" + this.folder), Stream.of(further))
			.toArray(String[]::new);
	}

	static MarkedSystem start() {
		return start(false);
	}

	/** Two nodes that share a store, behind a proxy that takes turns. */
	static MarkedSystem startTwoNodes() {
		return start(true);
	}

	private static MarkedSystem start(boolean shared) {
		try {
			return new MarkedSystem(shared);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI app() {
		return this.app;
	}

	List<MarkedEhr> ehrs() {
		return this.ehrs;
	}

	/**
	 * How long ago it began for launches; a store has a clock of its own, which stands.
	 */
	long minutes() {
		return this.shared.isPresent() ? 0 : Duration.ofNanos(this.nanos.get()).toMinutes();
	}

	void pass(int minutes) {
		this.nanos.addAndGet(Duration.ofMinutes(minutes).toNanos());
	}

	/** Stops the application, and nothing else; launches that nodes share go on. */
	void stop() {
		this.nodes.forEach(ConfigurableApplicationContext::close);
	}

	/** Ends every launch at the first node. */
	void endAll() {
		this.nodes.get(0).getBean(Launches.class).end((launch) -> true).forEach(CompletableFuture::join);
	}

	/** The lines of the audit trails that have the text. */
	long audited(String text) {
		return IntStream.range(0, this.nodes.size()).mapToLong((node) -> audited(auditFile(node), text)).sum();
	}

	private static long audited(Path file, String text) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.contains(text)).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path auditFile(int node) {
		return this.folder.resolve("audit-" + node + ".jsonl");
	}

	@Override
	public void close() {
		stop();
		this.shared.ifPresent(SharingNodes::close);
		this.ehrs.forEach(MarkedEhr::close);
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
