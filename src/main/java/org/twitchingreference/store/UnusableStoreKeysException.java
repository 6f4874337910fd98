package org.twitchingreference.store;

import org.twitchingreference.startup.StartupException;

/**
 * The keys of the store cannot be used; the message is one sentence that says what to
 * change and reveals nothing of a key.
 */
public class UnusableStoreKeysException extends StartupException {

	UnusableStoreKeysException(String sentence) {
		super(sentence);
	}

}
