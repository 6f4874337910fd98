package org.twitchingreference.endtoend.faults;

import java.util.Set;

/**
 * What a chart is read by: the resource type, and the part of the chart it belongs to in
 * the sidebar's words.
 */
enum ChartRequest {

	PATIENT("Patient", "Patient record"),

	OBSERVATION("Observation", "Laboratory results"),

	MEDICATION_REQUEST("MedicationRequest", "Medications"),

	MEDICATION("Medication", "Medications"),

	CONDITION("Condition", "Problems");

	private final String type;

	private final String part;

	ChartRequest(String type, String part) {
		this.type = type;
		this.part = part;
	}

	String type() {
		return this.type;
	}

	String part() {
		return this.part;
	}

	/** The causes that only this shows in a telling chart. */
	Set<String> shows() {
		return switch (this) {
			case PATIENT -> Set.of();
			case OBSERVATION -> Set.of("low-potassium", "low-calcium", "thyroid");
			case MEDICATION_REQUEST -> Set.of("caffeine");
			case MEDICATION -> Set.of("stimulant-medicine");
			case CONDITION -> Set.of("multiple-sclerosis", "hemiplegic-migraine");
		};
	}

	boolean isSearch() {
		return this != PATIENT && this != MEDICATION;
	}

}
