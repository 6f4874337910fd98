package org.twitchingreference.keys;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import org.twitchingreference.startup.ChangeLock;
import org.twitchingreference.startup.SecretFile;

/**
 * The file of the private keys: a JWK set, which this program can also make and rotate,
 * or one PEM key. Only its owner may change it, and only owner and group may read it.
 */
record KeyFile(Path path) {

	/** The most bytes of a file. */
	private static final long LONGEST = 1 << 20;

	boolean exists() {
		return Files.exists(this.path);
	}

	/** Changes with its content; empty when the file cannot be read. */
	Optional<String> version() {
		return new SecretFile(this.path).fingerprint(LONGEST);
	}

	/** The keys; every fault of the file is reported as one sentence. */
	KeySet read() {
		String text = text();
		List<JWK> keys = isPem(text) ? List.of(new PemKey(this.path, text).jwk()) : jwks(text);
		List<SigningKey> signing = keys.stream().map(SigningKey::of).flatMap(Optional::stream).toList();
		if (signing.isEmpty() || signing.size() != keys.size()) {
			throw new UnusableKeysException("Keep only private keys in " + this.path
					+ ": RSA of 2048 bits or more for RS384, or EC on P-384 for ES384.");
		}
		if (signing.stream().map(SigningKey::id).distinct().count() < signing.size()) {
			throw new UnusableKeysException("Give each key in " + this.path + " a `kid` of its own.");
		}
		return new KeySet(signing);
	}

	/**
	 * Creates the file with these keys, readable for its owner only. If two servers do so
	 * at once, the first one's keys stay, and both use them.
	 */
	KeySet create(KeySet first) {
		if (!this.path.toString().endsWith(".json")) {
			throw new UnusableKeysException("Put the signing keys into " + this.path
					+ ", or name a .json file, which is made where there is none.");
		}
		try {
			new SecretFile(this.path).create(first.toJson());
		}
		catch (IOException ex) {
			throw unwritable();
		}
		return read();
	}

	/**
	 * Replaces the keys by an atomic move, so that a reader gets either the old or the
	 * new ones. A lock keeps other processes from changing them meanwhile.
	 */
	KeySet change(UnaryOperator<KeySet> change) {
		if (isPem(text())) {
			throw new UnusableKeysException("Change " + this.path
					+ " by the means that made it: only a JWK set (.json) is rotated by this command.");
		}
		ChangeLock lock = ChangeLock.of(this.path);
		try {
			return lock.holding(() -> {
				KeySet keys = change.apply(read());
				new SecretFile(this.path).replace(keys.toJson());
				return keys;
			});
		}
		catch (FileAlreadyExistsException ex) {
			throw new UnusableKeysException(lock.advice());
		}
		catch (IOException ex) {
			throw unwritable();
		}
	}

	private UnusableKeysException unwritable() {
		return new UnusableKeysException("Make " + this.path.toAbsolutePath()
				+ " writable for this program, or name another file for the signing keys.");
	}

	private String text() {
		try {
			requireSecret();
			if (Files.size(this.path) <= LONGEST) {
				return Files.readString(this.path);
			}
		}
		catch (IOException ex) {
			// Refused below
		}
		throw new UnusableKeysException("Name a readable file with the signing keys: " + this.path + " is none.");
	}

	private void requireSecret() throws IOException {
		SecretFile file = new SecretFile(this.path);
		if (!file.isSecret()) {
			throw new UnusableKeysException(file.advice());
		}
	}

	private List<JWK> jwks(String text) {
		try {
			return JWKSet.parse(text).getKeys();
		}
		catch (ParseException ex) {
			throw new UnusableKeysException(
					"Put a JWK set with private keys (RFC 7517) or one PEM key into " + this.path + ".");
		}
	}

	private static boolean isPem(String text) {
		return text.contains("-----BEGIN ");
	}

}
