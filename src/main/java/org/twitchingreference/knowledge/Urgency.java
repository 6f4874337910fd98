package org.twitchingreference.knowledge;

/** How soon something needs attention, in rising order. */
public enum Urgency {

	ROUTINE, SOON, URGENT, EMERGENCY;

	/** Whether the other is as urgent or more. */
	public boolean isAtMost(Urgency other) {
		return compareTo(other) <= 0;
	}

	/** The more urgent of the two. */
	public Urgency or(Urgency other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
