package org.twitchingreference.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.endtoend.nodes.EnabledIfStore;
import org.twitchingreference.http.TestAuthority;
import org.twitchingreference.sandbox.StoreServer;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** A store that speaks TLS to its users, each with rights of its own. */
@EnabledIfStore
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreAccessTests {

	private static final String RIGHTS = "~{twitching}:* &{twitching}:* +@read +@write +@scripting +@connection +@pubsub +time";

	private Path folder = Path.of("");

	private Path authority = Path.of("");

	private Path stranger = Path.of("");

	private StoreServer server;

	private int tlsPort;

	@BeforeAll
	void start(@TempDir Path directory) throws IOException {
		this.folder = directory;
		TestAuthority ours = new TestAuthority(Files.createDirectory(directory.resolve("ours")));
		this.authority = ours.pem();
		this.stranger = new TestAuthority(Files.createDirectory(directory.resolve("other"))).pem();
		TestAuthority.Identity identity = ours.identity("localhost");
		this.tlsPort = StoreServer.free();
		this.server = StoreServer.start(0, "--tls-port", String.valueOf(this.tlsPort), "--tls-cert-file",
				identity.certificate().toString(), "--tls-key-file", identity.key().toString(), "--tls-ca-cert-file",
				this.authority.toString(), "--tls-auth-clients", "no");
		this.server.send("ACL SETUSER twitching on >s3cret " + RIGHTS);
		for (String right : List.of("@write", "@scripting", "@pubsub", "time")) {
			this.server.send("ACL SETUSER without-" + right + " on >s3cret " + RIGHTS + " -" + right);
		}
		this.server.send("ACL SETUSER default off");
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void isReachedByTlsAsTheUserThatMayDoNoMoreThanTheDocumentsSay() {
		try (StoreNode node = start(this.authority, "twitching", "s3cret")) {
			node.store().put("{twitching}:one", new byte[] { 7 }, Duration.ofMinutes(1));

			assertThat(node.store().get("{twitching}:one")).hasValue(new byte[] { 7 });
		}
	}

	@Test
	void isNotTrustedWithACertificateOfAnotherAuthority(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(this.stranger, "twitching", "s3cret"));

		refused(output);
	}

	@Test
	void isNotTrustedUnderAnotherName(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start(this.authority, "twitching", "s3cret", "--spring.data.redis.host=127.0.0.1"));

		refused(output);
	}

	@Test
	void letsNobodyInWithAnotherPassword(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(this.authority, "twitching", "an0ther"));

		refused(output);
		assertThat(output).doesNotContain("an0ther");
	}

	/** Better at the start than with the first launch. */
	@ParameterizedTest
	@ValueSource(strings = { "@write", "@scripting", "@pubsub", "time" })
	void isNoStoreForAUserWithFewerRights(String right, CapturedOutput output) {
		assertThatException().isThrownBy(() -> start(this.authority, "without-" + right, "s3cret"));

		refused(output);
	}

	/** As docs/operations.md advises for a store with a private authority. */
	private StoreNode start(Path trusted, String user, String password, String... further) {
		return StoreNode.start(this.tlsPort, this.folder.resolve("keys.json"),
				Stream.concat(
						Stream.of("--spring.data.redis.ssl.enabled=true", "--spring.data.redis.ssl.bundle=store",
								"--spring.ssl.bundle.pem.store.truststore.certificate=file:" + trusted,
								"--spring.data.redis.username=" + user, "--spring.data.redis.password=" + password),
						Stream.of(further))
					.toArray(String[]::new));
	}

	private static void refused(CapturedOutput output) {
		assertThat(output).contains("Start the server that spring.data.redis.* names")
			.doesNotContain("\tat ", "s3cret");
	}

}
