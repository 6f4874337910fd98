package org.twitchingreference.endtoend.nodes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.twitchingreference.TwitchingReference;
import org.twitchingreference.bedside.GivenAnswer;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.http.Deadline;
import org.twitchingreference.launch.Launch;
import org.twitchingreference.launch.LaunchState;
import org.twitchingreference.launch.LaunchStore;
import org.twitchingreference.smart.RenewalResult;
import org.twitchingreference.smart.TokenGrant;
import org.twitchingreference.store.StoreCipher;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes that share a store: any of them answers any request, as if there were one.
 */
@EnabledIfStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesTests {

	/** As docs/operations.md advises. */
	private static final String RIGHTS = "~{twitching}:* &{twitching}:* +@read +@write +@scripting +@connection +@pubsub +time";

	private final MarkedEhr ehr = MarkedEhr.start(0);

	private Path folder = Path.of("");

	private SharingNodes nodes;

	private ConfigurableApplicationContext one;

	private ConfigurableApplicationContext other;

	private int launches;

	@BeforeAll
	void start() throws Exception {
		this.folder = Files.createTempDirectory("nodes");
		Files.writeString(this.folder.resolve("marked.yml"), this.ehr.registration());
		this.nodes = SharingNodes.none(this.folder);
		assertThat(this.nodes.store().send("ACL SETUSER twitching on >password " + RIGHTS)).isEqualTo("+OK");
		this.one = node("one");
		this.other = node("other");
	}

	private ConfigurableApplicationContext node(String name) {
		return this.nodes.node(new SpringApplication(TwitchingReference.class),
				"--twitching.base-url=" + this.nodes.app(), "--launch-config=" + this.folder,
				"--twitching.audit.file=" + this.folder.resolve(name + ".jsonl"),
				"--spring.data.redis.username=twitching", "--spring.data.redis.password=password");
	}

	@AfterAll
	void stop() {
		this.nodes.close();
		this.ehr.close();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

	/** The launch at one node, the answer at the other, the page at the first. */
	@Test
	void openEveryLaunchThatIsPassedAround() {
		for (MarkedPatient patient : this.ehr.patients()) {
			Page page = new PlayedBrowser().openWholeSidebar(launch(patient));

			assertThat(page.isComplete()).isTrue();
			assertThat(MarkedPatient.marksIn(page.body())).containsAll(patient.marks());
		}
	}

	@Test
	void closeALaunchOnAllAtOnce() {
		PlayedBrowser browser = new PlayedBrowser();
		Page shell = browser.open(launch(this.ehr.patients().get(0)));

		Page closed = browser.post(at(this.one, shell, "close"), "_csrf=" + shell.values("value").get(0));

		assertThat(closed.status()).isEqualTo(200);
		assertThat(browser.get(at(this.one, shell, "session")).status()).isEqualTo(401);
		assertThat(browser.get(at(this.other, shell, "session")).status()).isEqualTo(401);
		assertThat(this.ehr.isOpen(this.launches)).isFalse();
	}

	@Test
	void recordWhatIsAnsweredAtEither() {
		Launch here = opened(this.one);
		Launch there = at(this.other, here);
		List<CompletableFuture<?>> writers = IntStream.range(0, 40)
			.<CompletableFuture<?>>mapToObj(
					(number) -> CompletableFuture.runAsync(() -> ((number % 2 == 0) ? here : there).bedside()
						.change((record) -> record
							.answered(Map.of("question-" + number, new GivenAnswer("yes", Instant.EPOCH))))))
			.toList();
		writers.forEach(CompletableFuture::join);

		assertThat(here.bedside().now().answers()).hasSize(40);
		assertThat(there.bedside().now()).isEqualTo(here.bedside().now());
	}

	/** A refresh token that is used twice is a wrong of the application's. */
	@Test
	void renewAccessOnceForBoth() {
		Launch here = opened(this.one);
		Launch there = at(this.other, here);
		TokenGrant before = here.access().grant();
		List<CompletableFuture<String>> renewed = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> ((number % 2 == 0) ? here : there).access()
				.replacementFor(before, Deadline.NONE)
				.orElseThrow()
				.accessToken()))
			.toList();

		assertThat(renewed.stream().map(CompletableFuture::join).distinct()).hasSize(1)
			.doesNotContain(before.accessToken());
		assertThat(at(this.other, here).access().grant()).isEqualTo(at(this.one, here).access().grant());
		assertThat(this.ehr.wrongs()).isEmpty();
	}

	/** Whoever held the lock of its renewal was killed. */
	@Test
	void renewAccessAfterANodeDiedMeanwhile() {
		Launch launch = opened(this.one);
		String lock = this.one.getBean(StoreCipher.class).name("renewal", launch.id());
		this.nodes.store().send("SET " + lock + " dead PX 60000");
		CompletableFuture<Boolean> renewed = CompletableFuture
			.supplyAsync(() -> launch.access().replacementFor(launch.access().grant(), Deadline.NONE).isPresent());
		assertThat(renewed).isNotDone();

		this.nodes.store().send("PEXPIRE " + lock + " 1");

		assertThat(renewed.join()).isTrue();
	}

	/** The refresh token is used up, and the launch is not yet out of the store. */
	@Test
	void renewNothingOnceAnAnswerEndsTheLaunch() {
		Launch launch = opened(this.one);
		TokenGrant before = launch.access().grant();
		this.one.getBean(LaunchState.class)
			.renew(launch.id(), before, (used) -> new RenewalResult.ForAnotherPatient(Optional.empty()));
		String lock = this.one.getBean(StoreCipher.class).name("renewal", launch.id());
		assertThat(this.nodes.store().send("EXISTS " + lock)).isEqualTo(":1");
		CompletableFuture<RenewalResult> there = CompletableFuture
			.supplyAsync(() -> this.other.getBean(LaunchState.class)
				.renew(launch.id(), before, (used) -> new RenewalResult.Refused()));

		this.one.getBean(LaunchStore.class).end(launch, "another-patient");

		assertThat(there.join()).isInstanceOf(RenewalResult.AfterItsEnd.class);
	}

	/** The store counts the time; a request at either node begins it anew. */
	@Test
	void countTheIdleTimeTogether() {
		Launch launch = opened(this.one);
		String name = this.one.getBean(StoreCipher.class).name("launch", launch.id());
		this.nodes.store().send("PEXPIRE " + name + " 180000");
		LaunchStore there = this.other.getBean(LaunchStore.class);
		assertThat(there.remaining(launch).left()).isBetween(1L, 60L);

		assertThat(there.extend(at(this.other, launch))).isTrue();
		assertThat(this.one.getBean(LaunchStore.class).remaining(launch).left()).isGreaterThan(1700);

		this.nodes.store().send("PEXPIRE " + name + " 119000");
		assertThat(there.find(launch.id())).isEmpty();
		assertThat(this.one.getBean(LaunchStore.class).extend(launch)).isFalse();
	}

	@Test
	void needNoMoreOfTheStoreThanTheDocumentsSay() throws Exception {
		assertThat(Files.readString(Path.of("docs", "operations.md"))).contains(">PASSWORD " + RIGHTS);
	}

	@Test
	void signWithTheSameKeys() {
		PlayedBrowser browser = new PlayedBrowser();

		assertThat(browser.get(SharingNodes.address(this.one).resolve("/jwks.json")).body()).contains("\"kid\"")
			.isEqualTo(browser.get(SharingNodes.address(this.other).resolve("/jwks.json")).body());
	}

	/**
	 * Nothing by which a patient, a user or a token could be known stands in the store.
	 */
	@Test
	void keepNothingInTheStoreThatCanBeRead() throws Exception {
		PlayedBrowser browser = new PlayedBrowser();
		Page shell = browser.open(launch(this.ehr.patients().get(1)));
		browser.get(launch(this.ehr.patients().get(2)));
		this.nodes.store().send("CONFIG SET rdbcompression no");
		assertThat(this.nodes.store().send("SAVE")).isEqualTo("+OK");

		String dump = Files.readString(this.nodes.store().folder().resolve("dump.rdb"), StandardCharsets.ISO_8859_1);

		assertThat(dump).contains("{twitching}:launch:", "{twitching}:authorization:")
			.doesNotContain("access-", "refresh-", "marked-app", "patient/", "user-", "localhost")
			.doesNotContain(shell.address().getPath().split("/")[2], shell.values("value").get(0));
		assertThat(browser.cookieValues()).isNotEmpty().noneMatch(dump::contains);
	}

	@Test
	void outliveOneAnother() throws Exception {
		PlayedBrowser browser = new PlayedBrowser();
		ConfigurableApplicationContext third = node("third");
		Page shell = browser.open(launch(this.ehr.patients().get(3)));
		browser.get(at(third, shell, "assessment"));

		this.nodes.stop(third);

		Page page = browser.assessment(browser.open(shell.address()));
		assertThat(page.isComplete()).isTrue();
		assertThat(MarkedPatient.marksIn(page.body())).containsAll(this.ehr.patients().get(3).marks());
	}

	private Launch opened(ConfigurableApplicationContext node) {
		Page shell = new PlayedBrowser().open(launch(this.ehr.patients().get(0)));
		return node.getBean(LaunchStore.class).find(shell.address().getPath().split("/")[2]).orElseThrow();
	}

	private static Launch at(ConfigurableApplicationContext node, Launch launch) {
		return node.getBean(LaunchStore.class).find(launch.id()).orElseThrow();
	}

	private URI at(ConfigurableApplicationContext node, Page shell, String path) {
		return SharingNodes.address(node).resolve(shell.address().getPath() + path);
	}

	private URI launch(MarkedPatient patient) {
		return this.ehr.launch(this.nodes.app(), ++this.launches, patient);
	}

}
