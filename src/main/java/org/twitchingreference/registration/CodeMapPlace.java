package org.twitchingreference.registration;

import org.twitchingreference.fhir.FieldFault;
import org.twitchingreference.fhir.InvalidFieldException;

/** An entry of a code map, counted from nought, of the field that it stands in. */
record CodeMapPlace(String map, int index) {

	String field() {
		return this.map + "[" + this.index + "]";
	}

	InvalidFieldException problem(String part, String remedy) {
		return new InvalidFieldException(field() + "." + part, FieldFault.MALFORMED, remedy);
	}

	/** The entry as people count. */
	@Override
	public String toString() {
		return "entry " + (this.index + 1) + " of `" + this.map + "`";
	}

}
