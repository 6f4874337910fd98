package org.twitchingreference.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.twitchingreference.startup.ChangeLock;
import org.twitchingreference.startup.SecretFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of the keys of a store. Only its owner may change it, and only owner and group
 * may read it.
 */
record StoreKeyFile(Path path) {

	/** The most bytes of a file. */
	private static final long LONGEST = 1 << 16;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Changes with its content; empty when the file cannot be read. */
	Optional<String> version() {
		return new SecretFile(this.path).fingerprint(LONGEST);
	}

	/** The keys of the file; if there is no file, it is created with the given ones. */
	StoreKeys readOr(StoreKeys first) {
		try {
			if (!Files.exists(this.path)) {
				new SecretFile(this.path).create(JSON.writeValueAsString(first));
			}
			return read();
		}
		catch (IOException ex) {
			throw unwritable();
		}
	}

	/** The keys; every fault of the file is reported as one sentence. */
	StoreKeys read() {
		SecretFile file = new SecretFile(this.path);
		try {
			if (!file.isSecret()) {
				throw new UnusableStoreKeysException(file.advice());
			}
			if (Files.size(this.path) <= LONGEST) {
				return JSON.readValue(Files.readString(this.path), StoreKeys.class);
			}
		}
		catch (IOException | JacksonException ex) {
			// Refused below
		}
		throw new UnusableStoreKeysException("Name a file with twitching.store-keys that this program has made: "
				+ this.path + " holds no keys that it can read.");
	}

	/**
	 * Replaces the keys by an atomic move, so that a reader gets either the old or the
	 * new ones. A lock keeps other processes from changing them meanwhile.
	 */
	StoreKeys change(UnaryOperator<StoreKeys> change) {
		ChangeLock lock = ChangeLock.of(this.path);
		try {
			return lock.holding(() -> {
				StoreKeys changed = change.apply(read());
				new SecretFile(this.path).replace(JSON.writeValueAsString(changed));
				return changed;
			});
		}
		catch (FileAlreadyExistsException ex) {
			throw new UnusableStoreKeysException(lock.advice());
		}
		catch (IOException ex) {
			throw unwritable();
		}
	}

	private UnusableStoreKeysException unwritable() {
		return new UnusableStoreKeysException("Make " + this.path.toAbsolutePath()
				+ " writable for this program, or name another file for the keys of the store.");
	}

}
