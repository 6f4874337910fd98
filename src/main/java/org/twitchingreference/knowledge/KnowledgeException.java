package org.twitchingreference.knowledge;

import java.util.Optional;

import org.twitchingreference.startup.StartupException;

/**
 * A knowledge artifact is broken; the message names its file and what is wrong with it.
 */
public class KnowledgeException extends StartupException {

	/** Names the file and what is wrong with it. */
	public KnowledgeException(String file, String what) {
		super(file + ": " + what);
	}

	/** Also names the cause. */
	public KnowledgeException(String file, String what, Throwable cause) {
		super(file + ": " + what, cause);
	}

	@Override
	public String sentence() {
		return "A knowledge artifact is broken. " + getMessage();
	}

	@Override
	public Optional<String> action() {
		return Optional.of("Correct the file; nothing is shown to a physician from knowledge that was not checked.");
	}

}
