package org.twitchingreference.chart;

/**
 * Looks over JSON before a parser does. HAPI writes a number such as 1e999999999 out in
 * full and takes the heap with it, and it passes over empty objects, nulls and nested
 * arrays in silence, so that damage would read as absence: numbers beyond any measurement
 * are overwritten, and the rest is reported.
 */
final class JsonGuard {

	private static final int LONGEST_NUMBER = 100;

	private static final int EXPONENT_DIGITS = 5;

	private byte[] json;

	private boolean copied;

	private boolean suspicious;

	private JsonGuard(byte[] json) {
		this.json = json;
	}

	static JsonGuard over(byte[] json) {
		JsonGuard guard = new JsonGuard(json);
		guard.scan();
		return guard;
	}

	/** The JSON without numbers that no parser should see. */
	byte[] json() {
		return this.json;
	}

	/** Whether a parser may pass over damage in silence. */
	boolean isSuspicious() {
		return this.suspicious;
	}

	private void scan() {
		byte before = 0;
		int at = 0;
		while (at < this.json.length) {
			byte here = this.json[at];
			int end = endOfToken(at);
			inspect(here, before, at, end);
			if (here > ' ' || here < 0) {
				before = here;
			}
			at = end;
		}
	}

	private void inspect(byte here, byte before, int start, int end) {
		if (here == '"' && isWild(start + 1, end - 1)) {
			overwrite(start + 1, end - 1);
		}
		else if (isNumeric(here) && isWild(start, end)) {
			overwrite(start, end);
			this.json[start] = '"';
			this.json[end - 1] = '"';
		}
		else if (here == 'n' || (here == '}' && before == '{') || (here == '[' && before == '[')) {
			this.suspicious = true;
		}
	}

	private int endOfToken(int start) {
		int end = start + 1;
		if (this.json[start] == '"') {
			while (end < this.json.length && this.json[end] != '"') {
				end += (this.json[end] == '\\') ? 2 : 1;
			}
			return Math.min(end + 1, this.json.length);
		}
		return isNumeric(this.json[start]) ? skipNumeric(end, this.json.length) : end;
	}

	/**
	 * Whether the whole token is a number that is no measurement but costs a parser dear.
	 */
	private boolean isWild(int start, int end) {
		return hasWildExponent(start, end) || (end - start > LONGEST_NUMBER && skipNumeric(start, end) == end);
	}

	private boolean hasWildExponent(int start, int end) {
		int at = skipDigits((start < end && isSign(this.json[start])) ? start + 1 : start, end);
		if (at < end && this.json[at] == '.') {
			at = skipDigits(at + 1, end);
		}
		if (at == start || at >= end || (this.json[at] | ' ') != 'e') {
			return false;
		}
		int exponent = (at + 1 < end && isSign(this.json[at + 1])) ? at + 2 : at + 1;
		return skipDigits(exponent, end) == end && end - exponent >= EXPONENT_DIGITS;
	}

	private int skipNumeric(int start, int end) {
		int at = start;
		while (at < end && isNumeric(this.json[at])) {
			at++;
		}
		return at;
	}

	private int skipDigits(int start, int end) {
		int at = start;
		while (at < end && this.json[at] >= '0' && this.json[at] <= '9') {
			at++;
		}
		return at;
	}

	private void overwrite(int start, int end) {
		if (!this.copied) {
			this.json = this.json.clone();
			this.copied = true;
		}
		for (int at = start; at < end; at++) {
			this.json[at] = '?';
		}
		this.suspicious = true;
	}

	private static boolean isSign(byte letter) {
		return letter == '-' || letter == '+';
	}

	private static boolean isNumeric(byte letter) {
		return (letter >= '0' && letter <= '9') || isSign(letter) || letter == '.' || (letter | ' ') == 'e';
	}

}
