package org.twitchingreference.registration;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;

/** The position of a code map entry, counted from zero, in its field. */
record CodeMapPlace(String map, int index) {

	String field() {
		return this.map + "[" + this.index + "]";
	}

	InvalidFieldException problem(String part, String remedy) {
		return new InvalidFieldException(field() + "." + part, FieldFault.MALFORMED, remedy);
	}

	/** The position counted from one. */
	@Override
	public String toString() {
		return "entry " + (this.index + 1) + " of `" + this.map + "`";
	}

}
