package org.twitchingreference.knowledge;

/** How good the evidence for a cause is, in rising order. */
public enum Strength {

	/** A claim that only the source document makes. */
	WEAK,
	/** A contributing medicine or a coded problem. */
	POSSIBLE,
	/** An abnormal result. */
	STRONG;

	/** The better of the two. */
	public Strength or(Strength other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
