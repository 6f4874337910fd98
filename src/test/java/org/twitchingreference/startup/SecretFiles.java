package org.twitchingreference.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files as secrets are kept in, and others. */
public final class SecretFiles {

	private SecretFiles() {
	}

	/** Writes a file that only its owner may read. */
	public static Path write(Path file, String text) throws IOException {
		return allow(Files.writeString(file, text), "rw-------");
	}

	/** Lets whom the permissions name read and write. */
	public static Path allow(Path file, String permissions) throws IOException {
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

}
