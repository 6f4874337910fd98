package org.twitchingreference.knowledge.names;

/**
 * What a phrase does in a text about a problem. A phrase that is listed as several of
 * these is the last of them.
 */
public enum ProblemWords {

	/** No phrase that is known. */
	OTHER,
	/** It has no effect: "the", "patient", "left". */
	BESIDE,
	/**
	 * The same, but a denial before it may be of this: "no symptoms", "not in the arm".
	 */
	BESIDE_THING,
	/**
	 * It denies what follows in its clause or, where it ends its part of a clause, what
	 * is before it ("no").
	 */
	DENYING_WHAT_FOLLOWS,
	/**
	 * It denies what follows in its clause, and has no effect on what is before it
	 * ("without").
	 */
	WITHOUT,
	/** It denies everything in the text of this patient now. */
	DENYING,
	/** What the text names may be so or not. */
	DOUBTING,
	/** What the text names was present in the past. */
	OF_THE_PAST,
	/** It denies what its part of a clause names ("ruled out"). */
	RULING_OUT,
	/** It ends a denial: what follows is no longer denied ("but"). */
	TURNING,
	/** What the text names is the family's, and not the patient's. */
	OF_FAMILY,
	/** What the text names is this relative's, and not the patient's. */
	OF_RELATIVES,
	/** A name that is another word unless it is in capitals. */
	ONLY_IN_CAPITALS,
	/** It is a name. */
	NAMING;

	/** Whether it denies what stands next to it. */
	boolean negates() {
		return deniesWhatFollows() || this == RULING_OUT;
	}

	/** Whether it denies what follows in its clause. */
	boolean deniesWhatFollows() {
		return this == DENYING_WHAT_FOLLOWS || this == WITHOUT;
	}

	/** Whether it denies everything in the text of this patient now. */
	boolean denies() {
		return this == DENYING || this == OF_FAMILY || this == OF_RELATIVES;
	}

}
