package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.Awaited;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.sandbox.StoreServer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A store that is away, slow or full: a plain page, a red readiness, and no launch lost.
 */
@EnabledIfStore
@ExtendWith(OutputCaptureExtension.class)
@Timeout(300)
class StoreFaultsTests {

	private final MarkedEhr ehr = MarkedEhr.start(0);

	private final PlayedBrowser browser = new PlayedBrowser();

	@TempDir
	private Path folder = Path.of("");

	private SharingNodes nodes;

	private int launches;

	/**
	 * What the store has written is the system's then, which writes it to the disk when
	 * it likes: only the process is killed, and nobody waits for a busy disk.
	 */
	@BeforeEach
	void start() throws IOException {
		Files.writeString(this.folder.resolve("marked.yml"), this.ehr.registration());
		this.nodes = SharingNodes.none(this.folder, "--appendonly", "yes", "--appendfsync", "no");
	}

	private void node(String... settings) {
		this.nodes.node(new SpringApplication(TwitchingReference.class),
				Stream.concat(Stream.of("--twitching.base-url=" + this.nodes.app(), "--launch-config=" + this.folder,
						"--twitching.audit.file=" + this.folder.resolve("audit.jsonl"), "--management.server.port=0"),
						Stream.of(settings))
					.toArray(String[]::new));
	}

	@AfterEach
	void stop() {
		this.nodes.close();
		this.ehr.close();
	}

	@Test
	void endNoLaunchThatTheStoreHadWritten(CapturedOutput output) {
		node();
		Page shell = this.browser.open(launch());
		Page callback = underWay();

		this.nodes.store().kill();

		saysThatItIsAway(() -> this.browser.get(shell.address()), output);
		saysThatItIsAway(() -> this.browser.get(shell.address().resolve("complete")), output);
		saysThatItIsAway(() -> this.browser.post(shell.address().resolve("close"), "_csrf=none"), output);
		saysThatItIsAway(() -> this.browser.get(launch()), output);
		saysThatItIsAway(() -> this.browser.get(callback.address()), output);
		assertThat(readiness()).isEqualTo(503);
		assertThat(SharingNodes.health(this.nodes.first(), "liveness")).isEqualTo(200);

		this.nodes.store().startAgain();

		Awaited.until(() -> readiness() == 200);
		assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
		assertThat(this.browser.open(callback.address()).status()).isEqualTo(200);
		assertThat(output).doesNotContain("\tat ", "access-", "refresh-");
	}

	@Test
	void doNotLetAnybodyWaitForOneThatHangs(CapturedOutput output) {
		node("--spring.data.redis.timeout=1s");
		Page shell = answered(() -> this.browser.open(launch()));
		Page callback = underWay();

		this.nodes.store().suspend();

		saysThatItIsAway(() -> this.browser.get(shell.address()), output);
		saysThatItIsAway(() -> this.browser.get(launch()), output);
		saysThatItIsAway(() -> this.browser.get(callback.address()), output);
		assertThat(readiness()).isEqualTo(503);

		this.nodes.store().resume();

		Awaited.until(() -> readiness() == 200);
		Awaited.until(() -> this.browser.open(shell.address()).status() == 200);
		opensOrSaysToOpenItAgain(callback);
	}

	/**
	 * Who has a sidebar open goes on, with every reading and renewal that this takes;
	 * nobody else's is ended for a new one.
	 */
	@Test
	void openNothingMoreWhereItIsFull(CapturedOutput output) {
		node();
		Page shell = this.browser.open(launch());
		Page callback = underWay();
		this.nodes.store().send("CONFIG SET maxmemory 1");

		saysThatItIsAway(() -> this.browser.get(launch()), output);
		assertThat(readiness()).isEqualTo(503);
		assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
		this.ehr.expire(1);
		assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
		assertThat(this.ehr.isOpen(1)).isTrue();
		Page refused = this.browser.get(callback.address());
		assertThat(refused.status()).isEqualTo(503);
		Awaited.until(() -> this.ehr.openLaunches() == 1);

		this.nodes.store().send("CONFIG SET maxmemory 0");

		assertThat(readiness()).isEqualTo(200);
		assertThat(new PlayedBrowser().openSidebar(launch()).isComplete()).isTrue();
	}

	/** The address of the store leads to what was its replica. */
	@Test
	void goOnWithTheReplicaThatTakesOver(CapturedOutput output) {
		StoreServer primary = this.nodes.store();
		try (StoreLine line = StoreLine.to(primary.port()); StoreServer replica = primary.replica()) {
			node("--spring.data.redis.port=" + line.port());
			Page shell = this.browser.open(launch());
			this.ehr.expire(1);
			assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
			copied(primary, replica, "last");

			primary.kill();
			saysThatItIsAway(() -> this.browser.get(shell.address()), output);
			line.leadTo(replica.port());
			Awaited.until(() -> replica.send("EXISTS {twitching}:last").equals(":1") && readiness() == 503);
			replica.send("REPLICAOF NO ONE");

			Awaited.until(() -> readiness() == 200);
			this.ehr.expire(1);
			assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
			assertThat(new PlayedBrowser().openSidebar(launch()).isComplete()).isTrue();
			assertThat(this.ehr.wrongs()).isEmpty();
			assertThat(output).doesNotContain("\tat ", "access-", "refresh-");
		}
	}

	/** Settings alone lead to the primary that Sentinel names, also to the next one. */
	@Test
	void goOnWithThePrimaryThatSentinelNames(CapturedOutput output) {
		StoreServer primary = this.nodes.store();
		try (StoreServer replica = primary.replica(); StoreServer sentinel = watching(primary, replica)) {
			Awaited.until(() -> sentinel.send("SENTINEL REPLICAS launches").equals("*1"));
			node("--spring.data.redis.sentinel.master=launches",
					"--spring.data.redis.sentinel.nodes=127.0.0.1:" + sentinel.port());
			Page shell = this.browser.open(launch());
			Page callback = underWay();
			copied(primary, replica, "last");

			primary.kill();
			saysThatItIsAway(() -> this.browser.get(shell.address()), output);
			saysThatItIsAway(() -> this.browser.get(launch()), output);
			assertThat(readiness()).isEqualTo(503);
			assertThat(sentinel.send("SENTINEL SET launches down-after-milliseconds 3000")).isEqualTo("+OK");

			Awaited.until(() -> readiness() == 200);
			this.ehr.expire(1);
			assertThat(this.browser.assessment(this.browser.open(shell.address())).isComplete()).isTrue();
			assertThat(this.browser.open(callback.address()).status()).isEqualTo(200);
			assertThat(new PlayedBrowser().openSidebar(launch()).isComplete()).isTrue();
			assertThat(this.ehr.wrongs()).isEmpty();
			assertThat(output).doesNotContain("\tat ", "access-", "refresh-");
		}
	}

	/** A Sentinel of both: it looks for replicas when it starts, and then seldom. */
	private static StoreServer watching(StoreServer primary, StoreServer replica) {
		copied(primary, replica, "first");
		return primary.sentinel("launches");
	}

	/** All that was written before is at the replica too. */
	private static void copied(StoreServer primary, StoreServer replica, String mark) {
		primary.send("SET {twitching}:" + mark + " 1");
		Awaited.until(() -> replica.send("EXISTS {twitching}:" + mark).equals(":1"));
	}

	/** On a machine that is busy a store may seem to hang that does not. */
	private static Page answered(Supplier<Page> asking) {
		Deque<Page> answers = new ArrayDeque<>();
		Awaited.until(() -> {
			answers.push(asking.get());
			return answers.getFirst().status() != 503;
		});
		return answers.getFirst();
	}

	/**
	 * The store may have done later what nobody waited for any more: the state is used up
	 * then. In no case is the EHR asked to log in again.
	 */
	private void opensOrSaysToOpenItAgain(Page callback) {
		assertThat(answered(() -> this.browser.get(callback.address()))).satisfiesAnyOf(
				(opened) -> assertThat(opened.header("Location")).startsWith(this.nodes.app() + "/s/"),
				(used) -> assertThat(used.status() + used.body()).startsWith("400")
					.containsPattern("Open the app again from the (patient's )?chart"));
	}

	/** The page by which the EHR's answer comes, which the browser has yet to ask for. */
	private Page underWay() {
		Page authorize = answered(() -> this.browser.get(launch()));
		Page back = this.browser.get(URI.create(authorize.header("Location")));
		return new Page(URI.create(back.header("Location")), back.status(), back.headers(), "");
	}

	private static void saysThatItIsAway(Supplier<Page> asking, CapturedOutput output) {
		Page page = asking.get();
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.header("Retry-After")).isEqualTo("5");
		assertThat(page.headers().map()).doesNotContainKeys("location", "refresh");
		assertThat(page.body()).contains("data-problem=\"503\"", "Reload this page in a minute")
			.containsPattern("Reference [0-9a-f]{8}");
		String reference = page.body().replaceAll("(?s).*Reference ([0-9a-f]{8}).*", "$1");
		assertThat(output).contains(reference);
		assertThat(MarkedPatient.marksIn(page.body())).isEmpty();
		assertThat(page.header("Cache-Control")).contains("no-store");
	}

	private int readiness() {
		return SharingNodes.health(this.nodes.first(), "readiness");
	}

	private URI launch() {
		return this.ehr.launch(this.nodes.app(), ++this.launches, this.ehr.patients().get(0));
	}

}
