package org.twitchingreference.registration;

/** A field that cannot be used; the message says what to change, without its value. */
class InvalidFieldException extends IllegalArgumentException {

	InvalidFieldException(String whatToChange) {
		super(whatToChange);
	}

}
