package org.twitchingreference.assess;

/** The command line cannot be followed; the message says why in one sentence. */
class UsageException extends RuntimeException {

	UsageException(String sentence) {
		super(sentence);
	}

}
