package org.twitchingreference.assess;

/**
 * One Bundle to assess: where it came from ("chart.json", "charts.ndjson:3"), whether it
 * is one of several there, and its bytes.
 */
record Input(String name, boolean oneOfSeveral, Content content) {

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Input[" + this.name + "]";
	}

	/** The bytes of an input, or why there are none. */
	interface Content {

		/** Throws an UnusableInputException where there are none. */
		byte[] bytes();

	}

}
