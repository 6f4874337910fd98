package org.twitchingreference.keys;

/**
 * The signing keys cannot be used; the message is one sentence that says what to change,
 * and nothing of a key.
 */
public class UnusableKeysException extends RuntimeException {

	public UnusableKeysException(String sentence) {
		super(sentence);
	}

}
