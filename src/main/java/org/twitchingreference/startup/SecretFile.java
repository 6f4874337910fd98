package org.twitchingreference.startup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A file that holds a secret, such as a key or a client secret. Whoever can read it has
 * the secret; whoever can change it, or a link to it, chooses the secret. Links are
 * followed, because containers get their secrets as links.
 */
public record SecretFile(Path path) {

	private static final Set<PosixFilePermission> OF_OWNER_AND_READING_GROUP = EnumSet.of(
			PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
			PosixFilePermission.GROUP_READ);

	/** The sticky bit: in such a folder only the owner of an entry may replace it. */
	private static final int STICKY = 01000;

	private static final int WRITABLE_BY_MORE_THAN_THE_OWNER = 0022;

	/**
	 * Whether only its owner may write it and nobody but owner and group read it, also
	 * through a link, provided the file system has permissions (POSIX).
	 */
	public boolean isSecret() throws IOException {
		Path file = this.path.toRealPath();
		if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
			return true;
		}
		boolean safeLink = !Files.isSymbolicLink(this.path)
				|| protectsItsEntries(Objects.requireNonNull(this.path.toAbsolutePath().getParent()));
		return safeLink && OF_OWNER_AND_READING_GROUP.containsAll(Files.getPosixFilePermissions(file));
	}

	/**
	 * A hash of its content, by which a change is noticed; time and size would not do,
	 * because two changes may leave them equal. Empty if it cannot be read or has more
	 * bytes than this.
	 */
	public Optional<String> fingerprint(long longest) {
		try {
			if (Files.size(this.path) > longest) {
				return Optional.empty();
			}
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(this.path));
			return Optional.of(HexFormat.of().formatHex(hash));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether others cannot replace the entries of the folder. */
	private static boolean protectsItsEntries(Path folder) throws IOException {
		int mode = (int) Files.getAttribute(folder, "unix:mode");
		return (mode & WRITABLE_BY_MORE_THAN_THE_OWNER) == 0 || (mode & STICKY) != 0;
	}

	/**
	 * Creates the file, readable for its owner only, unless it exists; of two processes
	 * that create it at once, the first one's file stays.
	 */
	public void create(String content) throws IOException {
		try {
			write(content, this::placeFirst);
		}
		catch (FileAlreadyExistsException ex) {
			// Theirs is as good
		}
	}

	private void placeFirst(Path next, Path file) throws IOException {
		try {
			Files.createLink(file, next);
		}
		catch (FileAlreadyExistsException ex) {
			throw ex;
		}
		catch (UnsupportedOperationException | FileSystemException ex) {
			// Some file systems have no hard links; its place is taken first
			Files.createFile(file, forOwner("rw-------"));
			Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Replaces the file by an atomic move: a reader gets either the old or the new
	 * content.
	 */
	public void replace(String content) throws IOException {
		write(content, (next, file) -> Files.move(next, file, StandardCopyOption.ATOMIC_MOVE));
	}

	private void write(String content, Placing placing) throws IOException {
		Path file = this.path.toAbsolutePath();
		Path folder = Objects.requireNonNull(file.getParent());
		Files.createDirectories(folder, forOwner("rwx------"));
		Path next = Files.createTempFile(folder, "." + file.getFileName(), ".new", forOwner("rw-------"));
		try {
			Files.writeString(next, content);
			placing.place(next, file);
		}
		finally {
			Files.deleteIfExists(next);
		}
	}

	private FileAttribute<?>[] forOwner(String permissions) {
		return this.path.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	/** What to do if it is not secret. */
	public String advice() {
		return "Let nobody but its owner write " + this.path
				+ ", and nobody but owner and group read it (chmod 600 or 640), also where a link leads to it: it holds a secret.";
	}

	/** Moves a file that was written to its place. */
	@FunctionalInterface
	private interface Placing {

		void place(Path next, Path file) throws IOException;

	}

}
