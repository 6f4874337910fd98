package org.twitchingreference.sandbox;

/** An option with an invalid value, or one that is given twice. */
class UnusableOptionException extends RuntimeException {

	UnusableOptionException(String message) {
		super(message);
	}

}
