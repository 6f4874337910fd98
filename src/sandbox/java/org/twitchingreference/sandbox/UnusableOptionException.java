package org.twitchingreference.sandbox;

/** An option that is not what it must be, or is given twice. */
class UnusableOptionException extends RuntimeException {

	UnusableOptionException(String message) {
		super(message);
	}

}
