package org.twitchingreference.assessment.facts;

import java.util.regex.Pattern;

/** Recognises names that deny an allergy: "No known allergy to penicillin". */
public final class AllergyDenial {

	private static final Pattern DENIAL = Pattern.compile("(?is)no(t|ne)?\\b.*");

	private AllergyDenial() {
	}

	/** Whether the name says that there is none. */
	public static boolean isDenial(String name) {
		return DENIAL.matcher(name).matches();
	}

}
