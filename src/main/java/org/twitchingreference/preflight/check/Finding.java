package org.twitchingreference.preflight.check;

import java.util.OptionalInt;

/**
 * One finding of a check: a short code that docs/preflight.md explains, the registration
 * ("" for none), where it is in the file (the line counts from one; the field is "" for
 * the whole file), what was found, and what to do about it ("" for nothing).
 */
public record Finding(FindingStatus status, String code, String ehr, String file, OptionalInt line, String field,
		String what, String remedy) {
}
