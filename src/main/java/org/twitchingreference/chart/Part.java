package org.twitchingreference.chart;

import java.util.List;

/**
 * The parts of a chart that are read, each by its own queries. The order counts: see
 * {@link #isFoundation}.
 */
public enum Part {

	PATIENT("Patient"), LABORATORY("Observation"),
	/** What is ordered, reported, given or dispensed, whichever the server has. */
	MEDICATIONS("MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense"),
	PROBLEMS("Condition"),
	/** Of the vital signs only body weight, which is used only to compute doses. */
	VITAL_SIGNS("Observation"),
	/** What was ordered and not done yet. */
	ORDERS("ServiceRequest", "NutritionOrder"),
	/** Studies that were done, other than laboratory results. */
	STUDIES("DiagnosticReport", "Procedure"), ALLERGIES("AllergyIntolerance"), SOCIAL_HISTORY("Observation"),
	PREGNANCY("Observation"),
	/** Scores of questionnaires. */
	SCORES("Observation");

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> types;

	Part(String... types) {
		this.types = List.of(types);
	}

	/**
	 * Whether findings rest on the part (those before VITAL_SIGNS), so that anything
	 * missing from it is always reported; for other parts this is reported only where
	 * something needs them.
	 */
	public boolean isFoundation() {
		return compareTo(VITAL_SIGNS) < 0;
	}

	/** Whether it consists of Observations. */
	public boolean isOfObservations() {
		return this.types.equals(List.of("Observation"));
	}

	/** The FHIR resource types it may consist of. */
	public List<String> types() {
		return this.types;
	}

}
