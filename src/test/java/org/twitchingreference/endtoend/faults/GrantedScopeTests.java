package org.twitchingreference.endtoend.faults;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.endtoend.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What the EHR grants decides what is read, and what is not read is said. */
class GrantedScopeTests {

	private static final BreakableEhr ehr = BreakableSystem.ehr();

	@AfterEach
	void heal() {
		ehr.heal();
	}

	@ParameterizedTest
	@CsvSource({ "PATIENT, the patient record", "OBSERVATION, the laboratory results",
			"MEDICATION_REQUEST, the medicines", "CONDITION, the problem list" })
	void saysWhichPartWasNotGrantedAndDoesNotAskForIt(ChartRequest request, String words) {
		Page page = open("without-" + request.type(),
				InventedPatient.EVERYTHING.replace("patient/" + request.type() + ".rs", ""));

		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).containsExactly(request.part());
		assertThat(page.body()).contains(
				"The EHR did not grant this app " + words + " (scope for " + request.type() + "); ask health-IT.");
		assertThat(page.causes("not-met")).noneMatch(request.shows()::contains);
		assertThat(ehr.askedFor(request)).isZero();
	}

	@Test
	void namesTheMedicinesThatMayNotBeLookedUp() {
		Page page = open("without-Medication", InventedPatient.EVERYTHING.replace("patient/Medication.rs", ""));

		assertThat(page.incompleteParts()).containsExactly("Medications");
		assertThat(page.body()).contains("Names a medicine that could not be read");
		assertThat(page.causes("not-met")).doesNotContain("stimulant-medicine");
		assertThat(ehr.askedFor(ChartRequest.MEDICATION)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "launch patient/*.read", "launch/patient patient/*.*", "user/*.rs", "",
			"launch patient/Patient.read patient/Observation.read patient/MedicationRequest.read"
					+ " patient/Medication.read patient/Condition.read" })
	void readsEverythingWithScopesInOtherWords(String scope) {
		Page page = open("scope-of-" + scope.length() + "-letters", scope);

		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium", "caffeine", "stimulant-medicine",
				"multiple-sclerosis");
	}

	@ParameterizedTest
	@CsvSource({ "CONDITION, ?category=http://terminology.hl7.org/CodeSystem/condition-category|problem-list-item",
			"CONDITION, ?category=encounter-diagnosis", "OBSERVATION, ?category=vital-signs",
			"OBSERVATION, ?category=laboratory&status=final", "MEDICATION_REQUEST, ?status=active" })
	void saysThatAPartWasGrantedOnlyInPart(ChartRequest request, String restriction) {
		String scope = "patient/" + request.type() + ".rs";
		Page page = open("partly-" + Math.floorMod(restriction.hashCode(), 1000),
				InventedPatient.EVERYTHING.replace(scope, scope + restriction), InventedPatient.quiet());

		assertThat(page.incompleteParts()).containsExactly(request.part());
		assertThat(page.body()).contains("The EHR granted this app only some of the ",
				"(scope for " + request.type() + "); ask health-IT.");
		assertThat(page.headline()).isEqualTo("Nothing found in what could be read");
		assertThat(page.causes("not-met")).noneMatch(request.shows()::contains);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?category=laboratory",
			"?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
			"?category=vital-signs patient/Observation.rs?category=laboratory" })
	void readsAllResultsWithAScopeForLaboratoryResults(String restriction) {
		Page page = open("laboratory-" + restriction.length(),
				InventedPatient.EVERYTHING.replace("Observation.rs", "Observation.rs" + restriction));

		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium");
	}

	@Test
	void readsNothingWithoutAScopeForTheChart() {
		Page page = open("without-all", "launch openid fhirUser");

		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).containsExactlyInAnyOrder("Patient record", "Laboratory results",
				"Medications", "Problems");
		assertThat(page.causes("not-met")).isEmpty();
		assertThat(page.headline()).isEqualTo("This chart could not be read");
	}

	private static Page open(String id, String scope) {
		return open(id, scope, InventedPatient.tellingAll());
	}

	private static Page open(String id, String scope, InventedPatient like) {
		InventedPatient patient = like.with(id, scope);
		ehr.admit(patient);
		return BreakableSystem.sidebar(patient);
	}

}
