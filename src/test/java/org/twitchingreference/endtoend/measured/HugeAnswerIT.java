package org.twitchingreference.endtoend.measured;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twitchingreference.endtoend.FreePort;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.endtoend.faults.Searchset;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged server with a heap of 512 MB at an EHR whose answers have 200 MB. */
class HugeAnswerIT {

	private static final Path JAR = Path.of("target/twitching-reference.jar").toAbsolutePath();

	private static final byte[] MEGABYTE = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);

	private static PlainEhr ehr = PlainEhr.start(HugeAnswerIT::answer);

	private static URI app = URI.create("http://127.0.0.1:1");

	private static Process server;

	private static final List<String> output = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void start() throws IOException {
		app = URI.create("http://127.0.0.1:" + FreePort.find());
		server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-jar", JAR.toString(),
				"--server.port=" + app.getPort(), "--management.server.port=0", "--twitching.base-url=" + app,
				"--launch-config=" + ehr.registration(), "--twitching.audit.file=target/audit-of-huge-answers.jsonl")
			.redirectErrorStream(true)
			.start();
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
		CompletableFuture<Void> started = new CompletableFuture<>();
		Thread reader = new Thread(() -> lines.lines().forEach((line) -> {
			output.add(line);
			if (line.contains("Started TwitchingReference")) {
				started.complete(null);
			}
		}));
		reader.setDaemon(true);
		reader.start();
		CompletableFuture<Void> ended = server.onExit().thenAccept((process) -> {
			throw new IllegalStateException(String.join("\n", output));
		});
		CompletableFuture.anyOf(started, ended).join();
	}

	@AfterAll
	static void stop() {
		server.destroy();
		ehr.close();
	}

	@Test
	void saysWhatIsMissingAndOpensTheNextChart() {
		List<CompletableFuture<Page>> several = List.of(open("huge"), open("huge"), open("huge"));

		assertThat(several).map(CompletableFuture::join).allSatisfy((page) -> {
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.isComplete()).isTrue();
			assertThat(page.incompleteParts()).containsExactly("Laboratory results");
			assertThat(page.causes("not-met")).doesNotContain("low-potassium");
		});
		Page next = open("sound").join();
		assertThat(next.isComplete()).isTrue();
		assertThat(next.incompleteParts()).isEmpty();
		assertThat(output).noneMatch((line) -> line.contains("java.lang.OutOfMemoryError"));
	}

	private static CompletableFuture<Page> open(String patient) {
		return CompletableFuture.supplyAsync(() -> new PlayedBrowser().openSidebar(ehr.launch(app, patient)));
	}

	/** The huge patient's results have 200 MB. */
	private static PlainEhr.Body answer(String address) {
		if (address.startsWith("/Patient/")) {
			return PlainEhr.Body.of("{\"resourceType\":\"Patient\",\"id\":\"%s\",\"birthDate\":\"1960-01-01\"}"
				.formatted(address.substring("/Patient/".length())));
		}
		boolean huge = address.startsWith("/Observation") && address.contains("patient=huge");
		return huge ? new PlainEhr.Body(200, MEGABYTE, 200) : PlainEhr.Body.of(Searchset.of(List.of()).json());
	}

}
