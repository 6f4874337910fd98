package org.twitchingreference.mapping.json;

/** A number that cannot be a measurement and would be very expensive to compute with. */
final class UnsafeNumber {

	private static final int LONGEST = 100;

	private static final int EXPONENT_DIGITS = 5;

	private UnsafeNumber() {
	}

	/** Whether the whole text is such a number. */
	static boolean is(String text) {
		return !text.isEmpty() && isNumeric(text.charAt(0)) && isWild(text);
	}

	private static boolean isWild(String text) {
		return hasWildExponent(text) || (text.length() > LONGEST && text.chars().allMatch(UnsafeNumber::isNumeric));
	}

	private static boolean hasWildExponent(String text) {
		int at = skipDigits(text, isSign(text.charAt(0)) ? 1 : 0);
		if (at < text.length() && text.charAt(at) == '.') {
			at = skipDigits(text, at + 1);
		}
		if (at == 0 || at >= text.length() || (text.charAt(at) | ' ') != 'e') {
			return false;
		}
		int exponent = (at + 1 < text.length() && isSign(text.charAt(at + 1))) ? at + 2 : at + 1;
		return skipDigits(text, exponent) == text.length() && text.length() - exponent >= EXPONENT_DIGITS;
	}

	private static int skipDigits(String text, int start) {
		int at = start;
		while (at < text.length() && isDigit(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean isNumeric(int letter) {
		return isDigit(letter) || isSign(letter) || letter == '.' || (letter | ' ') == 'e';
	}

	private static boolean isDigit(int letter) {
		return letter >= '0' && letter <= '9';
	}

	private static boolean isSign(int letter) {
		return letter == '-' || letter == '+';
	}

}
