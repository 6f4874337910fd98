package org.twitchingreference.launch.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.startup.SecretFile;
import org.twitchingreference.startup.StartupException;

/** The bearer token by which an administrator is recognised (RFC 6750, section 2.1). */
final class AdministratorToken {

	private static final String SCHEME = "Bearer ";

	private static final int SHORTEST = 32;

	private final byte[] header;

	private AdministratorToken(String token) {
		this.header = (SCHEME + token).getBytes(StandardCharsets.UTF_8);
	}

	static AdministratorToken of(Path file) {
		SecretFile secret = new SecretFile(file);
		try {
			if (!secret.isSecret()) {
				throw new UnusableTokenException(secret.advice());
			}
			String token = Files.readString(file).strip();
			if (token.length() < SHORTEST) {
				throw new UnusableTokenException("Put " + SHORTEST
						+ " random characters or more into twitching.admin.token-file, or leave the setting out.");
			}
			return new AdministratorToken(token);
		}
		catch (IOException ex) {
			throw new UnusableTokenException("Make twitching.admin.token-file a readable file of text.");
		}
	}

	/** Whether the header holds it. Takes the same time however much of it is right. */
	boolean isIn(@Nullable String authorization) {
		return authorization != null
				&& MessageDigest.isEqual(this.header, authorization.getBytes(StandardCharsets.UTF_8));
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "AdministratorToken";
	}

	/** The token cannot be used; the message says what to change. */
	private static final class UnusableTokenException extends StartupException {

		UnusableTokenException(String message) {
			super(message);
		}

	}

}
