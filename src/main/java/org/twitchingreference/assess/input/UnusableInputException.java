package org.twitchingreference.assess.input;

/**
 * A file or Bundle that cannot be assessed; the message says in one sentence what is
 * wrong and what to do, and none of its content.
 */
public class UnusableInputException extends RuntimeException {

	UnusableInputException(String sentence) {
		super(sentence);
	}

}
