package org.twitchingreference.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.springframework.test.context.DynamicPropertyRegistry;

/** The file with the token of the administrator, which only its owner may read. */
final class AdministratorToken {

	private AdministratorToken() {
	}

	static void register(DynamicPropertyRegistry registry, String token) throws IOException {
		Path file = Files.createTempFile("administrator", ".token");
		Files.writeString(file, token + "\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		registry.add("twitching.admin.token-file", file::toString);
	}

}
