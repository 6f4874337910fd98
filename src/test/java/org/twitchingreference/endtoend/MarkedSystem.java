package org.twitchingreference.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Ticker;
import org.twitchingreference.TwitchingReference;

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

	private final ConfigurableApplicationContext context;

	private MarkedSystem() throws IOException {
		this.folder = Files.createTempDirectory("marked");
		this.app = URI.create("http://127.0.0.1:" + FreePort.find());
		for (MarkedEhr ehr : this.ehrs) {
			Files.writeString(this.folder.resolve("marked-" + this.ehrs.indexOf(ehr) + ".yml"), ehr.registration());
		}
		SpringApplication application = new SpringApplication(TwitchingReference.class);
		application.addInitializers((starting) -> ((GenericApplicationContext) starting).registerBean("moved",
				Ticker.class, () -> this.nanos::get, (definition) -> definition.setPrimary(true)));
		this.context = application.run("--server.port=" + this.app.getPort(), "--twitching.base-url=" + this.app,
				"--twitching.rates.per-address=1000000", "--twitching.rates.per-ehr=1000000",
				"--twitching.rates.per-launch=1000000", "--launch-config=" + this.folder,
				"--twitching.audit.file=" + auditFile());
	}

	static MarkedSystem start() {
		try {
			return new MarkedSystem();
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

	long minutes() {
		return Duration.ofNanos(this.nanos.get()).toMinutes();
	}

	void pass(int minutes) {
		this.nanos.addAndGet(Duration.ofMinutes(minutes).toNanos());
	}

	/** Stops the application, and nothing else. */
	void stop() {
		this.context.close();
	}

	/** The lines of the audit trail that have the text. */
	long audited(String text) {
		try (Stream<String> lines = Files.lines(auditFile())) {
			return lines.filter((line) -> line.contains(text)).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path auditFile() {
		return this.folder.resolve("audit.jsonl");
	}

	@Override
	public void close() {
		stop();
		this.ehrs.forEach(MarkedEhr::close);
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
