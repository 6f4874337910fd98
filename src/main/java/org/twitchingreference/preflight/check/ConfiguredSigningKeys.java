package org.twitchingreference.preflight.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.twitchingreference.keys.ClientKeys;

/**
 * This server's own signing keys: the configured file and, if that exists, its keys.
 * Never creates the file.
 */
public record ConfiguredSigningKeys(Optional<Path> file, Supplier<ClientKeys> keys) {

	boolean areThere() {
		return this.file.filter(Files::exists).isPresent();
	}

}
