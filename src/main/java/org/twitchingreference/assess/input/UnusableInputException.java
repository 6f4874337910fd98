package org.twitchingreference.assess.input;

/**
 * A file or Bundle that cannot be assessed; the message says in one sentence what is
 * wrong and what to do, and nothing of what stands in it.
 */
public class UnusableInputException extends RuntimeException {

	UnusableInputException(String sentence) {
		super(sentence);
	}

}
