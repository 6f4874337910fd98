package org.twitchingreference.mapping.element;

/**
 * Check digits: that of a SNOMED CT identifier follows Verhoeff's dihedral scheme, which
 * notices any one mistyped digit and any two neighbours that were exchanged; that of
 * LOINC follows Luhn's formula.
 */
final class CheckDigit {

	private static final int DIGITS = 10;

	private static final int SIDES = 5;

	/** The permutation that is applied once more at each place. */
	private static final int[] PERMUTATION = { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 };

	private CheckDigit() {
	}

	static boolean isVerhoeff(String digits) {
		int sum = 0;
		for (int place = 0; place < digits.length(); place++) {
			int digit = digits.charAt(digits.length() - 1 - place) - '0';
			for (int times = place % 8; times > 0; times--) {
				digit = PERMUTATION[digit];
			}
			sum = product(sum, digit);
		}
		return sum == 0;
	}

	/** Every other digit counts twice, beginning with the last. */
	static boolean isLuhn(String digits, int check) {
		int sum = check;
		for (int place = 0; place < digits.length(); place++) {
			int digit = digits.charAt(digits.length() - 1 - place) - '0';
			int counted = (place % 2 == 0) ? 2 * digit : digit;
			sum += counted / DIGITS + counted % DIGITS;
		}
		return sum % DIGITS == 0;
	}

	/** Of two symmetries of a pentagon: turns are 0 to 4, mirrorings 5 to 9. */
	private static int product(int one, int other) {
		int turned = (one < SIDES) ? one + other : one - other;
		int turn = Math.floorMod(turned, SIDES);
		boolean mirrored = (one < SIDES) != (other < SIDES);
		return (turn + (mirrored ? SIDES : 0)) % DIGITS;
	}

}
