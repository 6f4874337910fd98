package org.twitchingreference.preflight;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.twitchingreference.keys.ClientKeys;

/**
 * This server's own keys, which are never made here: the file as it is set, and what is
 * in it where it is there.
 */
record SigningKeys(Optional<Path> file, Supplier<ClientKeys> keys) {

	boolean areThere() {
		return this.file.filter(Files::exists).isPresent();
	}

}
