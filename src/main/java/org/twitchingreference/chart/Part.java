package org.twitchingreference.chart;

import java.util.List;

/** The parts of a chart that are read, each by queries of its own. */
public enum Part {

	PATIENT("patient record", "Patient"), LABORATORY("laboratory results", "Observation"),
	/** What is ordered, reported, given or dispensed, whichever the server has. */
	MEDICATIONS("medicines", "MedicationRequest", "MedicationStatement", "MedicationAdministration",
			"MedicationDispense"),
	PROBLEMS("problem list", "Condition"),
	/** Of the vital signs the body weight, which only doses are computed from. */
	VITAL_SIGNS("body weight", "Observation"),
	/** What has been ordered and not been done yet. */
	ORDERS("orders", "ServiceRequest"),
	/** Studies done that are no laboratory results. */
	STUDIES("studies", "DiagnosticReport", "Procedure"), ALLERGIES("allergies", "AllergyIntolerance"),
	SOCIAL_HISTORY("social history", "Observation"), PREGNANCY("pregnancy status", "Observation"),
	/** Scores of questionnaires. */
	SCORES("questionnaire scores", "Observation");

	private final String words;

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> types;

	Part(String words, String... types) {
		this.words = words;
		this.types = List.of(types);
	}

	/**
	 * Whether findings rest on the part, so that what is missing of it is always said; of
	 * the others it is said where something needs them.
	 */
	public boolean isFoundation() {
		return compareTo(VITAL_SIGNS) < 0;
	}

	/** Whether it is made of Observations only. */
	public boolean isOfObservations() {
		return this.types.equals(List.of("Observation"));
	}

	/** What a sentence calls it. */
	String words() {
		return this.words;
	}

	/** The resource types it may be made of. */
	public List<String> types() {
		return this.types;
	}

}
