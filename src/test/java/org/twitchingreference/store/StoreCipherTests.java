package org.twitchingreference.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What stands in a store, and the file of its keys. */
class StoreCipherTests {

	private static final byte[] SECRET = "access-token-of-p1".getBytes(StandardCharsets.UTF_8);

	private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

	@TempDir
	private Path folder = Path.of("");

	private final AtomicReference<Instant> now = new AtomicReference<>(START);

	@Test
	void opensWhatAnotherNodeSealed() {
		String name = node().name("launch", "an-id");

		assertThat(node().open(name, node().seal(name, SECRET))).hasValue(SECRET);
	}

	@Test
	void opensNothingThatWasMovedOrChanged() {
		StoreCipher seal = node();
		byte[] sealed = seal.seal("one", SECRET);

		assertThat(seal.open("other", sealed)).isEmpty();
		for (int at = 0; at < sealed.length; at++) {
			byte[] changed = sealed.clone();
			changed[at] ^= 1;
			assertThat(seal.open("one", changed)).as("byte " + at).isEmpty();
		}
		assertThat(seal.open("one", new byte[0])).isEmpty();
	}

	@Test
	void neverSealsTwiceAlikeNorShowsWhatItSeals() {
		byte[] sealed = node().seal("one", SECRET);

		assertThat(sealed).isNotEqualTo(node().seal("one", SECRET));
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("access", "p1");
		assertThat(node().name("launch", "an-id")).startsWith("{twitching}:launch:").doesNotContain("an-id");
		assertThat(node().hash("user", "a", "bc")).isNotEqualTo(node().hash("user", "ab", "c"));
	}

	@Test
	void opensNothingWithTheKeysOfAnother() {
		byte[] sealed = node().seal("one", SECRET);
		StoreCipher other = new StoreCipher(
				new CurrentStoreKeys(new StoreKeyFile(this.folder.resolve("other.json")), clock()));

		assertThat(other.open("one", sealed)).isEmpty();
		assertThat(other.name("launch", "an-id")).isNotEqualTo(node().name("launch", "an-id"));
	}

	@Test
	void isRotatedWhileItIsUsed() {
		StoreCipher running = node();
		byte[] before = running.seal("one", SECRET);
		String name = running.name("launch", "an-id");
		new StoreKeyFile(file()).change((keys) -> keys.rotated(START, Duration.ofHours(1)));

		pass(Duration.ofMinutes(30));
		assertThat(running.seal("one", SECRET)).startsWith(head(before));
		pass(Duration.ofMinutes(30));
		byte[] after = running.seal("one", SECRET);

		assertThat(head(after)).isNotEqualTo(head(before));
		assertThat(running.name("launch", "an-id")).isEqualTo(name);
		assertThat(running.open("one", before)).hasValue(SECRET);
		assertThat(running.open("one", after)).hasValue(SECRET);
		pass(StoreKeys.READ_AFTERWARDS);
		assertThat(running.open("one", before)).isEmpty();
		assertThat(running.open("one", after)).hasValue(SECRET);
	}

	/** One of them encrypts with the new key already. */
	@Test
	void isOpenedByNodesWhoseClocksAreHalfAMinuteApart() {
		StoreCipher behind = node();
		new StoreKeyFile(file()).change((keys) -> keys.rotated(START, Duration.ofHours(1)));
		pass(Duration.ofMinutes(60).minusSeconds(15));
		StoreCipher ahead = new StoreCipher(
				new CurrentStoreKeys(new StoreKeyFile(file()), Clock.offset(clock(), Duration.ofSeconds(30))));

		byte[] early = ahead.seal("one", SECRET);
		byte[] late = behind.seal("one", SECRET);

		assertThat(head(early)).isNotEqualTo(head(late));
		assertThat(behind.open("one", early)).hasValue(SECRET);
		assertThat(ahead.open("one", late)).hasValue(SECRET);
	}

	/** Clocks of file systems stand for some milliseconds. */
	@Test
	void takesNewKeysWhereTimeAndSizeOfTheFileStay() throws IOException {
		StoreCipher running = node();
		byte[] before = running.seal("one", SECRET);
		FileTime time = Files.getLastModifiedTime(file());
		long size = Files.size(file());

		new StoreKeyFile(file()).change((keys) -> StoreKeys.generate(START));
		Files.setLastModifiedTime(file(), time);
		pass(Duration.ofMinutes(1));

		assertThat(file()).hasSize(size);
		assertThat(running.open("one", before)).isEmpty();
	}

	@Test
	void keepsTheKeysItHasWhereTheFileBecomesUnusable() throws IOException {
		StoreCipher running = node();
		byte[] sealed = running.seal("one", SECRET);
		Files.writeString(file(), "{}");
		pass(Duration.ofMinutes(1));

		assertThat(running.open("one", sealed)).hasValue(SECRET);
	}

	@Test
	void makesItsFileForItsOwnerAloneAndOnce() throws IOException {
		byte[] sealed = node().seal("one", SECRET);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
		new StoreKeyFile(file()).readOr(StoreKeys.generate(START));
		assertThat(node().open("one", sealed)).hasValue(SECRET);
		try (var left = Files.list(this.folder)) {
			assertThat(left).containsExactly(file());
		}
	}

	@Test
	void refusesAFileThatOthersReadOrThatHoldsNoKeys() throws IOException {
		node();
		Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
		assertThatExceptionOfType(UnusableStoreKeysException.class).isThrownBy(this::node)
			.withMessageContaining("chmod 600");

		Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
		for (String content : List.of("", "{}", "{\"names\":\"AAAA\",\"keys\":[]}", "no JSON")) {
			Files.writeString(file(), content);
			assertThatExceptionOfType(UnusableStoreKeysException.class).isThrownBy(this::node)
				.withMessageContaining("holds no keys");
		}
	}

	@Test
	void asksForAFile() {
		assertThatExceptionOfType(UnusableStoreKeysException.class)
			.isThrownBy(() -> new StoreProperties(StoreProperties.Kind.REDIS, null).keyFile())
			.withMessageContaining("twitching.store-keys");
	}

	@Test
	void printsNoKey() {
		StoreKeys keys = StoreKeys.generate(START);

		assertThat(keys.toString()).doesNotContain(keys.names(), keys.keys().get(0).secret());
	}

	private StoreCipher node() {
		return new StoreCipher(new CurrentStoreKeys(new StoreKeyFile(file()), clock()));
	}

	private Path file() {
		return this.folder.resolve("keys.json");
	}

	private Clock clock() {
		InstantSource moved = () -> this.now.get();
		return moved.withZone(ZoneOffset.UTC);
	}

	private void pass(Duration time) {
		this.now.updateAndGet((moment) -> moment.plus(time));
	}

	private static byte[] head(byte[] sealed) {
		return Arrays.copyOf(sealed, 5);
	}

}
