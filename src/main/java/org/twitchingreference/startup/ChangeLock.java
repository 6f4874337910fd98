package org.twitchingreference.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A lock file beside a file that is read, changed and written again. Without it, of two
 * processes that do so at once, one would undo the change of the other.
 */
public record ChangeLock(Path path) {

	/** The lock of this file. */
	public static ChangeLock of(Path changed) {
		return new ChangeLock(Path.of(changed.toAbsolutePath() + ".new"));
	}

	/**
	 * Makes the change while no other process does; throws FileAlreadyExistsException if
	 * one does.
	 */
	public <T> T holding(Change<T> change) throws IOException {
		Files.createFile(this.path);
		try {
			return change.make();
		}
		finally {
			Files.deleteIfExists(this.path);
		}
	}

	/** What the operator can do if another process holds it. */
	public String advice() {
		return "Wait until the other process that writes keys is done, or delete " + this.path + " if there is none.";
	}

	/** Reads and writes the file. */
	@FunctionalInterface
	public interface Change<T> {

		/** What was made. */
		T make() throws IOException;

	}

}
