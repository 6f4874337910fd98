package org.twitchingreference.keys;

import org.twitchingreference.startup.StartupException;

/**
 * The signing keys cannot be used; the message is one sentence that says what to change,
 * and nothing of a key.
 */
public class UnusableKeysException extends StartupException {

	public UnusableKeysException(String sentence) {
		super(sentence);
	}

}
