package org.twitchingreference.preflight;

import java.util.OptionalInt;

/**
 * What a check found: a short code that docs/preflight.md explains, of which registration
 * ("" where of none), where it stands (the line counts from one, the field is "" where
 * the whole file is meant), what is so, and what to do about it ("" where nothing is).
 */
record Finding(Status status, String code, String ehr, String file, OptionalInt line, String field, String what,
		String remedy) {
}
