package org.twitchingreference.fhir;

import java.util.Locale;

/** What is wrong with a field of a registration. */
public enum FieldFault {

	/** A required field is missing. */
	MISSING("is missing"),
	/** A field that does not exist. */
	UNKNOWN("is not a field of launch-config"),
	/** A value that is not in the right form. */
	MALFORMED("is not in the right form"),
	/** A number or a word that is not one of those allowed. */
	OUT_OF_RANGE("is not one of the allowed values"),
	/** Two fields that exclude each other. */
	CONTRADICTION("contradicts another field"),
	/** A value that would let others in, or secrets out. */
	UNSAFE("is not safe"),
	/** A secret in the file itself. */
	SECRET_IN_FILE("holds a secret, which must not be in this file"),
	/** An environment variable that is not set. */
	UNSET_VARIABLE("names an environment variable that is not set"),
	/** A file or a directory that cannot be used. */
	UNREADABLE("cannot be read"),
	/** A tab where YAML allows only spaces. */
	TAB("is indented by a tab"),
	/** Text that is not YAML. */
	NOT_YAML("is not valid YAML"),
	/** A key, a name or an issuer that exists already. */
	DUPLICATE("is there twice");

	private final String phrase;

	FieldFault(String phrase) {
		this.phrase = phrase;
	}

	/** The rest of a sentence that begins with the field. */
	public String phrase() {
		return this.phrase;
	}

	/** The name of the fault for programs and documents. */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
