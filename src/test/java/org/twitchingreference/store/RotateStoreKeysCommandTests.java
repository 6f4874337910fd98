package org.twitchingreference.store;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RotateStoreKeysCommandTests {

	private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

	private final ByteArrayOutputStream told = new ByteArrayOutputStream();

	@TempDir
	private Path folder = Path.of("");

	@Test
	void makesKeysAndAddsOneThatEncryptsLater() {
		assertThat(rotate()).isZero();
		StoreKeys first = keys();
		assertThat(rotate("--after=2h")).isZero();

		assertThat(keys().names()).isEqualTo(first.names());
		assertThat(keys().keys()).hasSize(2);
		assertThat(keys().encrypting(NOW).id()).isEqualTo(first.keys().get(0).id());
		assertThat(said()).contains("encrypts from 2026-11-29T12:00:00Z", "read until 2026-12-06T12:00:00Z")
			.doesNotContain(first.keys().get(0).secret());
	}

	@Test
	void rotatesNotWhileAKeyWaits() {
		assertThat(rotate()).isZero();
		assertThat(rotate()).isZero();

		assertThat(rotate()).isEqualTo(2);
		assertThat(said()).contains("does not encrypt yet");
	}

	/** The second would undo what the first has done, and nodes would have either. */
	@Test
	void rotatesNotWhileAnotherDoes() {
		assertThat(rotate()).isZero();
		StoreKeyFile file = new StoreKeyFile(this.folder.resolve("keys.json"));

		StoreKeys changed = file.change((keys) -> {
			assertThat(rotate("--compromised")).isEqualTo(2);
			return keys.rotated(NOW, Duration.ofHours(1));
		});

		assertThat(said()).contains("Wait until the other process that writes keys is done");
		assertThat(keys().keys()).containsExactlyElementsOf(changed.keys());
		assertThat(rotate("--compromised")).isZero();
	}

	@Test
	void replacesAllThatAreInWrongHands() {
		assertThat(rotate()).isZero();
		StoreKeys first = keys();

		assertThat(rotate("--compromised")).isZero();

		assertThat(keys().keys()).hasSize(1);
		assertThat(keys().names()).isNotEqualTo(first.names());
	}

	@Test
	void saysHowItIsUsed() {
		assertThat(rotate("--after=1s")).isEqualTo(2);
		assertThat(this.folder).isEmptyDirectory();
		assertThat(rotate("--help")).isZero();
		assertThat(said()).contains("Usage:", "a minute or more");
	}

	private int rotate(String... options) {
		List<String> arguments = new ArrayList<>(List.of(options));
		arguments.add(this.folder.resolve("keys.json").toString());
		PrintStream stream = new PrintStream(this.told, true, StandardCharsets.UTF_8);
		return RotateStoreKeysCommand.command(Clock.fixed(NOW, ZoneOffset.UTC)).run(arguments, stream, stream);
	}

	private StoreKeys keys() {
		return new StoreKeyFile(this.folder.resolve("keys.json")).read();
	}

	private String said() {
		return this.told.toString(StandardCharsets.UTF_8);
	}

}
