package org.twitchingreference.clinical;

/**
 * A code in its code system (FHIR Coding). It has no display: what an EHR writes there
 * decides nothing.
 */
public record Code(String system, String code) {

	public Code {
		if (system.isBlank() || code.isBlank()) {
			throw new IllegalArgumentException("A code needs a system and a code");
		}
	}

}
