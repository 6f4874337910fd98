package org.twitchingreference.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.startup.SecretFile;

/**
 * Pseudonyms: equal ids have equal pseudonyms, and nobody without the key can turn one
 * back into the id. Each is the first 128 bits of HMAC-SHA-256 (RFC 2104) over the kind
 * of id and the id.
 */
final class Pseudonyms {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SHORTEST_KEY = 32;

	private static final int BYTES = 16;

	private final SecretKeySpec key;

	private Pseudonyms(byte[] key) {
		this.key = new SecretKeySpec(key, ALGORITHM);
	}

	/**
	 * Uses the key of the file; without a file, a random key that lasts as long as this
	 * process.
	 */
	static Pseudonyms with(@Nullable Path keyFile) {
		if (keyFile == null) {
			byte[] key = new byte[SHORTEST_KEY];
			new SecureRandom().nextBytes(key);
			return new Pseudonyms(key);
		}
		byte[] key = read(keyFile);
		if (key.length < SHORTEST_KEY) {
			throw new AuditUnusableException("Put 32 random bytes or more into twitching.audit.key-file " + keyFile
					+ ", or leave the setting out.");
		}
		return new Pseudonyms(key);
	}

	/**
	 * The pseudonym. Each part is hashed with its length, so that different parts never
	 * look the same when joined.
	 */
	String of(String kind, String... parts) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			mac.update((kind + "\n").getBytes(StandardCharsets.UTF_8));
			for (String part : parts) {
				mac.update((part.length() + "\n" + part + "\n").getBytes(StandardCharsets.UTF_8));
			}
			return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(), BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] read(Path keyFile) {
		SecretFile file = new SecretFile(keyFile);
		try {
			if (!file.isSecret()) {
				throw new AuditUnusableException(file.advice());
			}
			return Files.readAllBytes(keyFile);
		}
		catch (IOException ex) {
			throw new AuditUnusableException("Make twitching.audit.key-file " + keyFile + " readable.");
		}
	}

}
