package org.twitchingreference.endtoend.faults;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.endtoend.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** A hospital whose laboratory has codes of its own, which launch-config maps. */
class LocalCodeTests {

	private static final InventedPatient PATIENT = InventedPatient.tellingAll()
		.with("local-codes", InventedPatient.EVERYTHING);

	private static final String LOINC = "{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}";

	private static final String LOCAL = "{\"system\":\"" + BreakableSystem.LOCAL_CODES + "\",\"code\":\"K\"}";

	private static final BreakableEhr ehr = BreakableSystem.ehr();

	@AfterEach
	void heal() {
		ehr.heal();
	}

	@Test
	void recognisesAResultByItsMappedCode() {
		Page page = sidebar(LOCAL);

		assertThat(page.causes("met")).contains("low-potassium");
		assertThat(page.body()).contains(InventedPatient.POTASSIUM, "(= LOINC 2823-3)");
		assertThat(page.incompleteParts()).isEmpty();
	}

	@Test
	void recognisesNoCodeThatIsNotMapped() {
		Page page = sidebar(LOCAL.replace("\"K\"", "\"KA\""));

		assertThat(page.verdicts()).containsEntry("low-potassium", "unknown");
	}

	@Test
	void usesNoResultWhoseCodesContradictEachOther() {
		Page page = sidebar(LOCAL + "," + LOINC.replace("2823-3", "2951-2"));

		assertThat(page.verdicts()).containsEntry("low-potassium", "unknown");
		assertThat(page.incompleteParts()).containsExactly("Laboratory results");
		assertThat(page.body()).contains("Has another code than the one that this site maps its local code to");
	}

	@Test
	void guessesNoUnit() {
		assertThat(sidebar(LOCAL, ",\"unit\":\"mmol/L\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mmol/L\"")
			.verdicts()).containsEntry("low-potassium", "unknown");
	}

	private static Page sidebar(String coding) {
		return sidebar(coding, "\u0000");
	}

	private static Page sidebar(String coding, String removed) {
		ehr.admit(PATIENT);
		List<String> resources = PATIENT.resources(ChartRequest.OBSERVATION)
			.stream()
			.map((resource) -> resource.contains(LOINC) ? resource.replace(LOINC, coding).replace(removed, "")
					: resource)
			.toList();
		ehr.breakDown(ChartRequest.OBSERVATION, new ChartFault("local codes", ChartFault.Extent.NOTHING_READ,
				(at) -> ChartFault.fhir(Searchset.of(resources).json())), PATIENT);
		return BreakableSystem.sidebar(PATIENT);
	}

}
