package org.twitchingreference.knowledge;

/** How soon something needs attention, in rising order. */
public enum Urgency {

	ROUTINE, SOON, URGENT, EMERGENCY;

	/** The more urgent of the two. */
	public Urgency or(Urgency other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
