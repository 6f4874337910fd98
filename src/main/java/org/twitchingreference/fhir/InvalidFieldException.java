package org.twitchingreference.fhir;

/** A field that cannot be used; the message says what to change, without its value. */
public class InvalidFieldException extends IllegalArgumentException {

	public InvalidFieldException(String whatToChange) {
		super(whatToChange);
	}

}
