package org.twitchingreference.mapping.json;

/**
 * What a document costs in memory, expressed in bytes of ordinary FHIR JSON, of which
 * each takes ten once it is a tree and resources. The number of bytes alone would not do:
 * the three of "{}," become an object of ninety. So everything that begins an object, a
 * list or a value is counted with what the JVM (64 bits, compressed pointers) needs for
 * it in Jackson's tree; ordinary FHIR then weighs its number of bytes, or slightly more.
 */
public final class JsonWeight {

	/** An ObjectNode, its insertion-ordered map and the map's table. */
	private static final int OBJECT = 200;

	/** An ArrayNode, its list and the list's array of ten. */
	private static final int ARRAY = 104;

	/** A TextNode, its String with its bytes, and the map entry. */
	private static final int VALUE = 104;

	/** How many bytes of memory one byte of ordinary FHIR takes. */
	private static final int FACTOR = 10;

	private JsonWeight() {
	}

	/**
	 * Never less than the bytes. It also counts inside texts, where that makes little
	 * difference.
	 */
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
