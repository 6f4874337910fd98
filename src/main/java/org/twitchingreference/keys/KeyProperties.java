package org.twitchingreference.keys;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this server's signing keys are.
 *
 * @param signingKeys the file of the private keys, which EHRs with "auth:
 * private_key_jwt" need: a JWK set, created at the first start if the file does not
 * exist, or a PEM key
 */
@ConfigurationProperties("twitching")
record KeyProperties(@Nullable String signingKeys) {

	Optional<KeyFile> file() {
		return Optional.ofNullable(this.signingKeys)
			.filter((name) -> !name.isBlank())
			.map((name) -> new KeyFile(Path.of(name.strip())));
	}

}
