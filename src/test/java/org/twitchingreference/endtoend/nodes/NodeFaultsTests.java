package org.twitchingreference.endtoend.nodes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.endtoend.Awaited;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.store.StoreCipher;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nodes that are killed, parted from the store or restarted, one of them, while others go
 * on: nobody loses a sidebar, or sees the patient of another.
 */
@EnabledIfStore
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class NodeFaultsTests {

	private static final String ANSWERED_NO = "data-answer=\"no\"[^>]*aria-pressed=\"true\"";

	private final MarkedEhr ehr = MarkedEhr.start(0);

	private Path folder = Path.of("");

	private SharingNodes nodes;

	private ConfigurableApplicationContext one;

	/** One for all, as long as it lives: to start it takes long. */
	private Optional<NodeProcess> process = Optional.empty();

	private int launches;

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		this.folder = directory;
		Files.writeString(this.folder.resolve("marked.yml"), this.ehr.registration());
		this.nodes = SharingNodes.none(this.folder);
		this.one = this.nodes.node(new SpringApplication(TwitchingReference.class), arguments("one"));
	}

	@AfterAll
	void stop() {
		this.process.ifPresent(NodeProcess::close);
		this.nodes.close();
		this.ehr.close();
	}

	/**
	 * What was under way there, another node does. After the others have had the process.
	 */
	@Test
	@Order(Integer.MAX_VALUE)
	void goOnWhereOneIsKilledWhileItReadsAndRenews() {
		NodeProcess killed = process(0);
		SharedSidebar read = opened(0);
		SharedSidebar renewed = opened(1);
		SharedSidebar lost = opened(2);
		assertThat(List.of(read, renewed, lost)).allMatch((sidebar) -> sidebar.isWholeAt(this.one));
		Unanswered reading = this.ehr.answerNot("/fhir/Observation");
		read.askAt(killed.address(), "complete");
		reading.awaitRequest();
		this.ehr.expire(renewed.number());
		Unanswered renewing = this.ehr.answerNot("/token");
		renewed.askAt(killed.address(), "complete");
		renewing.awaitRequest();
		this.ehr.expire(lost.number());
		Unanswered unheard = this.ehr.renewUnheard();
		lost.askAt(killed.address(), "complete");
		unheard.awaitRequest();

		killed.kill();
		this.process = Optional.empty();
		List.of(reading, renewing, unheard).forEach(Unanswered::drop);

		assertThat(read.isWholeAt(this.one)).isTrue();
		expireLock(renewed);
		assertThat(renewed.isWholeAt(this.one)).isTrue();
		assertThat(this.ehr.isOpen(renewed.number())).isTrue();
		expireLock(lost);
		saysToOpenItAgain(lost);
		assertThat(this.ehr.wrongs()).isEmpty();
	}

	/**
	 * What the EHR gave in place of the used refresh token was for a node that is gone:
	 * no other can have it. The page says what to do, and nothing of anybody else.
	 */
	private void saysToOpenItAgain(SharedSidebar lost) {
		Page page = lost.assessmentAt(SharingNodes.address(this.one));

		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).contains("Laboratory results", "Problems");
		assertThat(page.body()).contains("open the app from the chart again");
		assertThat(MarkedPatient.marksIn(page.body())).isSubsetOf(lost.patient().marks());
		assertThat(page.causes("not-met")).isEmpty();
		assertThat(opened(2).isWholeAt(this.one)).isTrue();
	}

	/**
	 * The clock of one node is half a minute behind those of the EHR, the store and the
	 * other node, and then as much ahead.
	 */
	@Test
	@EnabledIfClocksCanBeWrong
	void goOnWhereTheClockOfOneIsHalfAMinuteWrong() {
		URI right = SharingNodes.address(this.one);
		for (int seconds : List.of(-30, 30)) {
			URI wrong = process(seconds).address();

			SharedSidebar unused = opened(0, right, wrong);
			worksAtBoth(unused, List.of(right, wrong));
			setLeft(unused, 119);
			SharedSidebar closed = opened(1, wrong, right);
			worksAtBoth(closed, List.of(wrong, right));
			closed.postAt(wrong, "close", "");

			assertThat(List.of(unused, closed))
				.allMatch((sidebar) -> sidebar.statusAt(right) == 401 && sidebar.statusAt(wrong) == 401);
			assertThat(this.ehr.isOpen(closed.number())).isFalse();
		}
		assertThat(this.ehr.wrongs()).isEmpty();
	}

	/** A node by whose clock it is later by so many seconds, or earlier. */
	private NodeProcess process(int seconds) {
		WrongClock clock = new WrongClock(this.folder.resolve("clock")).by(seconds);
		NodeProcess node = this.process.orElseGet(() -> this.nodes
			.process(WrongClock.isInstalled() ? clock.environment() : Map.of(), arguments("process")));
		this.process = Optional.of(node);
		Awaited.until(() -> !WrongClock.isInstalled() || WrongClock.isWrongAt(node.address(), seconds));
		return node;
	}

	private void worksAtBoth(SharedSidebar sidebar, List<URI> both) {
		for (URI node : both) {
			setLeft(sidebar, 600);
			assertThat(both).allMatch((each) -> sidebar.leftAt(each) <= 480);
			assertThat(sidebar.isWholeAt(node)).isTrue();
			assertThat(both).allMatch((each) -> sidebar.leftAt(each) > 1000);
			this.ehr.expire(sidebar.number());
			assertThat(sidebar.isWholeAt(node)).isTrue();
		}
		sidebar.postAt(both.get(0), "answers", "&answer=weakness:no");
		assertThat(sidebar.assessmentAt(both.get(1)).body()).containsPattern(ANSWERED_NO);
	}

	/**
	 * It waits two seconds, as usual; what it had asked for comes late, and is nobody
	 * else's.
	 */
	@Test
	void sayThatTheStoreIsAwayWhereOneIsPartedFromIt(CapturedOutput output) {
		try (StoreLine line = StoreLine.to(this.nodes.store().port())) {
			ConfigurableApplicationContext parted = this.nodes.aside(new SpringApplication(TwitchingReference.class),
					arguments("parted", "--spring.data.redis.port=" + line.port(), "--spring.data.redis.timeout=2s"));
			List<SharedSidebar> sidebars = List.of(opened(0), opened(1), opened(2), opened(3), opened(4));
			sidebars.forEach((sidebar) -> Awaited.until(() -> sidebar.statusAt(parted) == 200));

			line.hold();
			List<CompletableFuture<Integer>> asked = sidebars.stream()
				.map((sidebar) -> CompletableFuture.supplyAsync(() -> sidebar.statusAt(parted)))
				.toList();
			assertThat(asked).allMatch((status) -> status.join() == 503);
			assertThat(SharingNodes.health(parted, "readiness")).isEqualTo(503);
			assertThat(SharingNodes.health(this.one, "readiness")).isEqualTo(200);
			assertThat(sidebars).allMatch((sidebar) -> sidebar.isWholeAt(this.one));
			SharedSidebar closed = sidebars.get(0);
			closed.close();

			line.release();
			Awaited.until(() -> SharingNodes.health(parted, "readiness") == 200);
			Awaited.until(() -> closed.statusAt(parted) == 401);
			assertThat(sidebars.subList(1, 5)).allMatch((sidebar) -> sidebar.isWholeAt(parted));
			assertThat(this.ehr.isOpen(closed.number())).isFalse();
			assertThat(output).doesNotContain("\tat ", "access-", "refresh-");
			this.nodes.stop(parted);
		}
	}

	/** One after the other stops, as an upgrade does, while everybody works on. */
	@Test
	void answerEveryRequestWhileTheyAreRestarted() {
		ConfigurableApplicationContext before = this.nodes.node(new SpringApplication(TwitchingReference.class),
				arguments("before"));
		List<SharedSidebar> sidebars = List.of(opened(0), opened(1), opened(2));
		AtomicBoolean over = new AtomicBoolean();
		List<CompletableFuture<List<Integer>>> readers = sidebars.stream()
			.map((sidebar) -> CompletableFuture.supplyAsync(() -> sidebar.reloaded(over)))
			.toList();

		ConfigurableApplicationContext after = this.nodes.node(new SpringApplication(TwitchingReference.class),
				arguments("after"));
		this.nodes.stop(before);
		SharedSidebar meanwhile = opened(3);
		assertThat(meanwhile.isWholeAt(after)).isTrue();
		over.set(true);

		assertThat(readers).allSatisfy((reader) -> assertThat(reader.join()).isNotEmpty().containsOnly(200));
		this.nodes.stop(after);
	}

	private String[] arguments(String name, String... further) {
		List<String> arguments = new ArrayList<>(List.of("--twitching.base-url=" + this.nodes.app(),
				"--launch-config=" + this.folder, "--twitching.rates.per-launch=1000000",
				"--spring.lifecycle.timeout-per-shutdown-phase=60s", "--management.server.port=0",
				"--twitching.audit.file=" + this.folder.resolve(name + ".jsonl")));
		arguments.addAll(List.of(further));
		return arguments.toArray(String[]::new);
	}

	private SharedSidebar opened(int patient) {
		return opened(patient, this.nodes.app(), this.nodes.app());
	}

	/** Launched at one node, and the EHR's answer at another. */
	private SharedSidebar opened(int patient, URI launch, URI callback) {
		MarkedPatient marked = this.ehr.patients().get(patient);
		PlayedBrowser browser = new PlayedBrowser();
		int number = ++this.launches;
		Page asked = browser.get(this.ehr.launch(launch, number, marked));
		URI answer = URI.create(browser.get(URI.create(asked.header("Location"))).header("Location"));
		Page shell = browser.open(callback.resolve(answer.getRawPath() + "?" + answer.getRawQuery()));
		return new SharedSidebar(browser, shell, marked, number);
	}

	/** As after the minute that it lasts. */
	private void expireLock(SharedSidebar sidebar) {
		expireIn(1, sidebar, "renewal");
	}

	/** Of which two minutes are for revoking its access. */
	private void setLeft(SharedSidebar sidebar, int seconds) {
		expireIn(1000 * seconds, sidebar, "launch");
	}

	private void expireIn(int millis, SharedSidebar sidebar, String kind) {
		String id = sidebar.shell().address().getPath().split("/")[2];
		this.nodes.store().send("PEXPIRE " + this.one.getBean(StoreCipher.class).name(kind, id) + " " + millis);
	}

}
