package org.twitchingreference.mapping.json;

/**
 * What a document costs in memory, in bytes of ordinary FHIR JSON, of which each takes
 * ten: a tree of it and the resources made of that. Bytes alone would not do: three of
 * them, "{},", become an object of ninety. So everything that begins an object, a list or
 * a value is counted with what the JVM (64 bits, compressed pointers) needs for it in
 * Jackson's tree; ordinary FHIR then weighs what it has in bytes, or little more.
 */
public final class JsonWeight {

	/** An ObjectNode, its map of insertion order, the table of that. */
	private static final int OBJECT = 200;

	/** An ArrayNode, its list, the array of ten in that. */
	private static final int ARRAY = 104;

	/** A TextNode, its String and the bytes of that, and the entry that holds it. */
	private static final int VALUE = 104;

	/** So many bytes does one of ordinary FHIR take. */
	private static final int FACTOR = 10;

	private JsonWeight() {
	}

	/** Never less than the bytes; counts also within texts, where it does little. */
	public static int of(byte[] json) {
		long cost = json.length;
		for (byte at : json) {
			cost += switch (at) {
				case '{' -> OBJECT + VALUE;
				case '[' -> ARRAY;
				case ',' -> VALUE;
				default -> 0;
			};
		}
		return (int) Math.min(Math.max(json.length, cost / FACTOR), Integer.MAX_VALUE);
	}

}
