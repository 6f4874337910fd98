package org.twitchingreference.clinical;

/** A code in its code system, as FHIR's Coding names it; the display is never trusted. */
public record Code(String system, String code) {

	public Code {
		if (system.isBlank() || code.isBlank()) {
			throw new IllegalArgumentException("A code needs a system and a code");
		}
	}

}
