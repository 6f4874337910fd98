package org.twitchingreference.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file that holds a secret: a key, or what this server shows who it is by. Whoever may
 * read it has the secret, and whoever may change it, or a link to it, decides which one
 * it is.
 */
public record SecretFile(Path path) {

	private static final Set<PosixFilePermission> OF_THE_OWNER = EnumSet.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	/**
	 * Whether it is a file of its own that only its owner may read or write, as far as
	 * the file system knows of permissions (POSIX).
	 */
	public boolean isSecret() throws IOException {
		if (Files.isSymbolicLink(this.path)) {
			return false;
		}
		PosixFileAttributeView posix = Files.getFileAttributeView(this.path, PosixFileAttributeView.class,
				LinkOption.NOFOLLOW_LINKS);
		return posix == null || OF_THE_OWNER.containsAll(posix.readAttributes().permissions());
	}

	/** What to do where it is not. */
	public String advice() {
		return "Put " + this.path
				+ " there as a file of its own, not a link, that only its owner may read (chmod 600): it holds a secret.";
	}

}
