package org.twitchingreference.registration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.fhir.CodeMap.LocalCode;

/** One line of a code map, as written. */
record CodeMapEntry(@Nullable String system, @Nullable String code, @Nullable String loinc) {

	private static final int LONGEST_SYSTEM = 255;

	private static final Pattern CODE = Pattern.compile("(?=\\S)[^\\p{Cntrl}]{1,100}(?<=\\S)");

	private static final Pattern LOINC = Pattern.compile("(\\d{1,7})-(\\d)");

	/**
	 * The local code; when it is missing or malformed, the exception says where the entry
	 * is.
	 */
	LocalCode local(CodeMapPlace place) {
		if (this.system == null || !isSystem(this.system)) {
			throw place.problem("system", "set `system` in " + place
					+ " to the URI of the local code system, as it stands in the EHR's results (https://... or urn:...)");
		}
		if (this.code == null || !CODE.matcher(this.code).matches()) {
			throw place.problem("code",
					"set `code` in " + place + " to the local code, at most 100 characters and no blanks around it");
		}
		return new LocalCode(this.system, this.code);
	}

	/**
	 * The LOINC code; when it is missing or malformed, the exception says where the entry
	 * is.
	 */
	String target(CodeMapPlace place) {
		if (this.loinc == null || !isLoinc(this.loinc)) {
			throw place.problem("loinc",
					"set `loinc` in " + place + " to a LOINC code with its check digit: digits, a hyphen, a digit");
		}
		return this.loinc;
	}

	private static boolean isSystem(String system) {
		try {
			return system.length() <= LONGEST_SYSTEM && new URI(system).isAbsolute();
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/**
	 * Whether the code has the form of a LOINC code and the right check digit (Luhn's
	 * algorithm); most mistyped codes do not.
	 */
	private static boolean isLoinc(String code) {
		Matcher parts = LOINC.matcher(code);
		if (!parts.matches()) {
			return false;
		}
		String digits = parts.group(1);
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighed = (i % 2 == 0) ? 2 * digit : digit;
			sum += weighed / 10 + weighed % 10;
		}
		return (10 - sum % 10) % 10 == parts.group(2).charAt(0) - '0';
	}

}
