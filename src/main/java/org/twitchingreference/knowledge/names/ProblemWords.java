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
	 * Nothing after it in its clause is so; where it ends its part of a clause, what is
	 * before it.
	 */
	DENYING_WHAT_FOLLOWS,
	/** Nothing after it in its clause is so; it says nothing of what is before it. */
	WITHOUT,
	/** Nothing in the text is so of the patient now. */
	DENYING,
	/** What the text names may be so or not. */
	DOUBTING,
	/** What the text names was so. */
	OF_THE_PAST,
	/** What its part of a clause names is not so. */
	RULING_OUT,
	/** It ends a denial: what follows is no longer denied ("but"). */
	TURNING,
	/** It is so of the family, and so not of the patient. */
	OF_FAMILY,
	/** It is so of this relative, and so not of the patient. */
	OF_RELATIVES,
	/** A name that is another word unless it is in capitals. */
	ONLY_IN_CAPITALS,
	/** It is a name. */
	NAMING;

	/** Whether it says no to what stands beside it. */
	boolean negates() {
		return deniesWhatFollows() || this == RULING_OUT;
	}

	/** Whether nothing after it in its clause is so. */
	boolean deniesWhatFollows() {
		return this == DENYING_WHAT_FOLLOWS || this == WITHOUT;
	}

	/** Whether nothing in the text is so of the patient now. */
	boolean denies() {
		return this == DENYING || this == OF_FAMILY || this == OF_RELATIVES;
	}

}
