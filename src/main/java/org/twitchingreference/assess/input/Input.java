package org.twitchingreference.assess.input;

/**
 * One Bundle to assess: where it came from ("chart.json", "charts.ndjson:3"), whether it
 * is one of several there, and its bytes.
 */
public record Input(String name, boolean oneOfSeveral, Content content) {

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Input[" + this.name + "]";
	}

	/**
	 * The bytes of the Bundle; throws an UnusableInputException where there are none, or
	 * where they are no Bundle that a chart can be read from.
	 */
	public byte[] bundle() {
		byte[] bytes = this.content.bytes();
		BundleShape.of(bytes).requireUsable();
		return bytes;
	}

	/** The bytes of an input, or why there are none. */
	public interface Content {

		/** Throws an UnusableInputException where there are none. */
		byte[] bytes();

	}

}
