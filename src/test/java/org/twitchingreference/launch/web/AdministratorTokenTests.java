package org.twitchingreference.launch.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twitchingreference.startup.StartupException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AdministratorTokenTests {

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	@TempDir
	private Path folder;

	@Test
	void isTheWholeOfWhatTheFileHolds() throws IOException {
		AdministratorToken token = AdministratorToken.of(file(TOKEN + "\n", "rw-r-----"));

		assertThat(token.isIn("Bearer " + TOKEN)).isTrue();
		assertThat(token.isIn("Bearer " + TOKEN.substring(1))).isFalse();
		assertThat(token.isIn(TOKEN)).isFalse();
		assertThat(token.isIn("")).isFalse();
		assertThat(token.isIn(null)).isFalse();
		assertThat(token.toString()).doesNotContain(TOKEN);
	}

	@Test
	void startsWithNoneThatOthersReadOrGuess() throws IOException {
		assertRefused(file(TOKEN, "rw-r--r--"), "chmod 600");
		assertRefused(file(TOKEN.substring(1) + "\n", "rw-------"), "32 random characters");
		assertRefused(this.folder.resolve("none"), "readable");
	}

	private static void assertRefused(Path file, String sentence) {
		assertThatExceptionOfType(StartupException.class).isThrownBy(() -> AdministratorToken.of(file))
			.withMessageContaining(sentence)
			.withMessageNotContaining(TOKEN.substring(1));
	}

	private Path file(String content, String permissions) throws IOException {
		Path file = Files.createTempFile(this.folder, "token", "");
		Files.writeString(file, content);
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

}
