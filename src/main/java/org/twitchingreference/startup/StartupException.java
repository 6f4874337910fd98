package org.twitchingreference.startup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The server cannot start with what it was given. Its sentence is written for the
 * operator and names what to change; it never quotes a secret.
 */
public abstract class StartupException extends RuntimeException {

	protected StartupException(String message) {
		this(message, null);
	}

	protected StartupException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/** What is wrong or what to change, as one or more sentences. */
	public String sentence() {
		return String.valueOf(getMessage());
	}

	/** What to do about it, if the sentence itself does not say. */
	public Optional<String> action() {
		return Optional.empty();
	}

}
