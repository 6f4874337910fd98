package org.twitchingreference.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys are made once, rotate with an overlap, and never leave their file. */
@ExtendWith(OutputCaptureExtension.class)
class ClientKeysTests {

	private final MovableClock clock = new MovableClock();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path directory;

	@Test
	void areMadeOnceForTheirOwnerOnly() throws IOException {
		String first = signing(keys());

		assertThat(signing(keys())).isEqualTo(first);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
			.isEqualTo("rwx------");
		assertThat(file().getParent()).isDirectoryContaining("glob:**keys.json");
	}

	@Test
	void areThoseThatAnotherServerMadeMeanwhile() {
		KeySet theirs = new KeyFile(file()).create(KeySet.generate(KeysFixture::make, this.clock.instant()));

		KeySet ours = new KeyFile(file()).create(KeySet.generate(KeysFixture::make, this.clock.instant()));

		assertThat(ids(ours)).isEqualTo(ids(theirs));
		assertThat(ids(new KeyFile(file()).read())).isEqualTo(ids(theirs));
	}

	@Test
	void areTheSameForAllServersThatMakeThemAtOnce() {
		int servers = 8;
		CyclicBarrier atOnce = new CyclicBarrier(servers);
		ExecutorService threads = Executors.newFixedThreadPool(servers);
		try {
			List<CompletableFuture<List<String>>> made = Stream
				.generate(() -> CompletableFuture.supplyAsync(() -> madeAt(atOnce), threads))
				.limit(servers)
				.toList();

			assertThat(made.stream().map(CompletableFuture::join)).hasSize(servers)
				.containsOnly(ids(new KeyFile(file()).read()));
			assertThat(file().getParent()).isDirectoryNotContaining("glob:**.new");
		}
		finally {
			threads.shutdown();
		}
	}

	private List<String> madeAt(CyclicBarrier atOnce) {
		KeySet own = KeySet.generate(KeysFixture::make, this.clock.instant());
		try {
			atOnce.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
		return ids(new KeyFile(file()).create(own));
	}

	private static List<String> ids(KeySet keys) {
		return keys.keys().stream().map(SigningKey::id).toList();
	}

	@Test
	void arePublishedWithoutTheirSecrets() throws ParseException {
		ClientKeys keys = keys();

		List<JWK> published = JWKSet.parse(keys.publicKeys()).getKeys();
		assertThat(published).hasSize(2).allSatisfy((key) -> {
			assertThat(key.isPrivate()).isFalse();
			assertThat(key.getKeyID()).isNotBlank();
			assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
			assertThat(key.toJSONObject()).containsOnlyKeys(key.getKeyType().getValue().equals("RSA")
					? List.of("kty", "use", "kid", "alg", "n", "e").toArray(String[]::new)
					: List.of("kty", "use", "kid", "alg", "crv", "x", "y").toArray(String[]::new));
		});
		assertThat(published).extracting(JWK::getKeyID).contains(signing(keys));
	}

	@Test
	void areNoneWithoutAFile() {
		ClientKeys none = new ClientKeys(Optional.empty(), this.clock, KeysFixture::make);

		assertThat(none.signingKey(SigningAlgorithm.RS384)).isEmpty();
		assertThat(none.publicKeys()).isEqualTo("{\"keys\":[]}");
	}

	@Test
	void arePublishedBeforeTheySignAndAfter() throws ParseException {
		ClientKeys keys = keys();
		String old = signing(keys);

		assertThat(rotate()).isZero();
		this.clock.pass(Duration.ofSeconds(5));
		assertThat(published(keys)).hasSize(4).contains(old);
		assertThat(signing(keys)).isEqualTo(old);

		this.clock.pass(Duration.ofHours(24));
		String next = signing(keys);
		assertThat(next).isNotEqualTo(old);
		assertThat(published(keys)).hasSize(4).contains(old, next);

		this.clock.pass(Duration.ofHours(24));
		assertThat(published(keys)).hasSize(2).contains(next).doesNotContain(old);
		assertThat(signing(keys)).isEqualTo(next);
	}

	@Test
	void forgetWhatIsNoLongerPublishedWithTheNextRotation() {
		rotate();
		rotate();
		this.clock.pass(Duration.ofDays(3));

		assertThat(rotate()).isZero();
		assertThat(new KeyFile(file()).read().keys()).hasSize(4);
	}

	@Test
	void areNotRotatedWhileNewOnesWait() throws IOException {
		rotate();
		rotate();
		String before = Files.readString(file());

		assertThat(rotate()).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("do not sign yet");
		assertThat(Files.readString(file())).isEqualTo(before);
	}

	@Test
	void areGoneAtOnceWhenCompromised() throws ParseException {
		ClientKeys keys = keys();
		String old = signing(keys);
		rotate();

		assertThat(rotate("--compromised")).isZero();
		this.clock.pass(Duration.ofSeconds(5));
		assertThat(published(keys)).hasSize(2).doesNotContain(old).contains(signing(keys));
	}

	/** Clocks of file systems stand for some milliseconds. */
	@Test
	void areReadAgainWhereTimeAndSizeOfTheFileStay() throws IOException {
		ClientKeys keys = keys();
		String old = signing(keys);
		FileTime time = Files.getLastModifiedTime(file());
		long size = Files.size(file());

		rotate("--compromised");
		Files.setLastModifiedTime(file(), time);
		this.clock.pass(Duration.ofSeconds(5));

		assertThat(file()).hasSize(size);
		assertThat(signing(keys)).isNotEqualTo(old);
	}

	@Test
	void signAfterTheTimeThatWasAskedFor() {
		ClientKeys keys = keys();
		String old = signing(keys);

		assertThat(rotate("--after=2h")).isZero();
		this.clock.pass(Duration.ofMinutes(119));
		assertThat(signing(keys)).isEqualTo(old);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(signing(keys)).isNotEqualTo(old);
	}

	@Test
	void stayAsTheyAreWhenTheFileBreaks(CapturedOutput output) throws IOException {
		ClientKeys keys = keys();
		String old = signing(keys);
		Files.writeString(file(), "{ \"keys\": \"s3cret\" }");

		this.clock.pass(Duration.ofMinutes(1));
		assertThat(signing(keys)).isEqualTo(old);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(signing(keys)).isEqualTo(old);
		assertThat(output.getOut().split("Signing keys not read again", -1)).hasSize(2);
		assertThat(output).doesNotContain("s3cret");
	}

	@Test
	void stayAsTheyAreWhenTheFileGoes() throws IOException {
		ClientKeys keys = keys();
		String old = signing(keys);
		Files.delete(file());

		this.clock.pass(Duration.ofMinutes(1));
		assertThat(signing(keys)).isEqualTo(old);
	}

	@Test
	void aCommandMakesTheFirstOnes() throws IOException {
		assertThat(rotate()).isZero();

		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("RS384 ", "ES384 ",
				": signs from 2026-11-23T10:00:00Z");
		assertThat(Files.readString(file())).contains("\"d\"");
		assertThat(this.out.toString(StandardCharsets.UTF_8)).doesNotContain("\"d\"");
	}

	@Test
	void theCommandExplainsItself() {
		assertThat(command("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
		assertThat(command()).isEqualTo(2);
		assertThat(command("a", "b")).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).startsWith("Usage: ");
	}

	@Test
	void theCommandRefusesWhatItDoesNotKnow() {
		for (String option : List.of("--after=59m", "--after=soon", "--after=", "--before=2h", "--after=-2h")) {
			assertThat(rotate(option)).as(option).isEqualTo(2);
		}
		assertThat(file()).doesNotExist();
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("Give --after=DURATION of an hour or more");
	}

	@Test
	void areNotWrittenByTwoAtOnce() throws IOException {
		keys();
		Files.createFile(file().resolveSibling("keys.json.new"));

		assertThat(rotate()).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("keys.json.new");
		assertThat(file().resolveSibling("keys.json.new")).exists();
	}

	@Test
	void areNotMadeWhereAPemFileWasMeant() {
		assertThatExceptionOfType(UnusableKeysException.class)
			.isThrownBy(() -> new ClientKeys(Optional.of(new KeyFile(this.directory.resolve("none.pem"))), this.clock,
					KeysFixture::make))
			.withMessageContaining("name a .json file");
	}

	private ClientKeys keys() {
		return new ClientKeys(Optional.of(new KeyFile(file())), this.clock, KeysFixture::make);
	}

	private Path file() {
		return this.directory.resolve("made").resolve("keys.json");
	}

	private int rotate(String... options) {
		return command(Stream.concat(Stream.of(file().toString()), Stream.of(options)).toArray(String[]::new));
	}

	private int command(String... arguments) {
		return RotateKeysCommand.command(this.clock, KeysFixture::make)
			.run(List.of(arguments), new PrintStream(this.out, true, StandardCharsets.UTF_8),
					new PrintStream(this.err, true, StandardCharsets.UTF_8));
	}

	private static String signing(ClientKeys keys) {
		return keys.signingKey(SigningAlgorithm.RS384).orElseThrow().getKeyID();
	}

	private static List<String> published(ClientKeys keys) throws ParseException {
		return JWKSet.parse(keys.publicKeys()).getKeys().stream().map(JWK::getKeyID).toList();
	}

}
