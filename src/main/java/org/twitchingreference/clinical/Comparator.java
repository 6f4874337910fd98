package org.twitchingreference.clinical;

/** FHIR's quantity comparator: how a stated amount bounds the true one. */
public enum Comparator {

	EXACT(""), LESS("<"), LESS_OR_EQUAL("<="), GREATER_OR_EQUAL(">="), GREATER(">");

	private final String symbol;

	Comparator(String symbol) {
		this.symbol = symbol;
	}

	/** The sign written before the amount, empty when the amount is exact. */
	public String symbol() {
		return this.symbol;
	}

}
