package org.twitchingreference.sandbox;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SandboxFhirTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private static String token = "";

	private static String many = "";

	@BeforeAll
	static void launch() {
		token = HandLaunch.token(PATIENT, "launch patient/*.rs");
		many = HandLaunch.token(SharedSandbox.MANY, "launch patient/Observation.read");
	}

	@ParameterizedTest
	@CsvSource({ "Observation?patient=low-potassium-diuretic, 5",
			"Observation?subject=Patient/low-potassium-diuretic, 5",
			"Observation?subject:Patient=low-potassium-diuretic, 5", "Observation?code=2823-3, 2",
			"Observation?code=http://loinc.org%7C2823-3, 2", "Observation?code=http://other.example%7C2823-3, 0",
			"'Observation?code=2823-3,2951-2', 3", "Observation?code=2823-3&category=laboratory, 2",
			"Observation?category=vital-signs, 0", "Observation?status=final, 5",
			"Observation?_id=low-potassium-diuretic-potassium, 1", "Observation?_count=0, 5",
			"Condition?clinical-status=active, 2", "Condition?category=encounter-diagnosis, 1",
			"Condition?code=http://hl7.org/fhir/sid/icd-10-cm%7CR25.3, 1", "Patient?_id=low-potassium-diuretic, 1",
			"'MedicationRequest?status=active,on-hold&intent=order', 1", "MedicationRequest?intent=plan, 0",
			"Encounter?status=in-progress, 1", "AllergyIntolerance?patient=low-potassium-diuretic, 0",
			"Procedure?patient=low-potassium-diuretic, 0", "DiagnosticReport?patient=low-potassium-diuretic, 0",
			"ServiceRequest?patient=low-potassium-diuretic, 0", "MedicationStatement?status=active, 0",
			"MedicationAdministration?status=completed, 0" })
	void countsWhatASearchAsksFor(String search, int total) {
		assertThat(SandboxHttp.search(search, token).getTotal()).isEqualTo(total);
	}

	@ParameterizedTest
	@CsvSource({ "eq, 3, 1", "'', 3, 1", "lt, 3, 426", "le, 3, 427", "gt, 3, 3", "ge, 3, 4" })
	void comparesDatesByPrefix(String prefix, int daysAgo, int total) {
		String date = LocalDate.now(ZoneId.systemDefault()).minusDays(daysAgo).toString();

		assertThat(SandboxHttp.search("Observation?date=" + prefix + date, many).getTotal()).isEqualTo(total);
	}

	@Test
	void takesAPartialDateAsTheWholeYear() {
		String lastYear = String.valueOf(LocalDate.now(ZoneId.systemDefault()).getYear() - 1);

		List<Observation> found = resources(SandboxHttp.search("Observation?_count=200&date=" + lastYear, many));

		assertThat(found).isNotEmpty()
			.allSatisfy(
					(result) -> assertThat(result.getEffectiveDateTimeType().getValueAsString()).startsWith(lastYear));
	}

	@Test
	void combinesRepeatedDatesIntoARange() {
		LocalDate today = LocalDate.now(ZoneId.systemDefault());

		assertThat(
				SandboxHttp.search("Observation?date=ge" + today.minusDays(9) + "&date=le" + today.minusDays(5), many)
					.getTotal())
			.isEqualTo(5);
	}

	@Test
	void sortsByDateBothWays() {
		assertThat(dates("Observation?_sort=date")).isSorted();
		assertThat(dates("Observation?_sort=-date")).isSortedAccordingTo((a, b) -> b.compareTo(a));
	}

	@ParameterizedTest
	@CsvSource({ "Observation, 50", "Observation?_count=7&_sort=-date, 7", "Observation?_count=1000, 200",
			"Observation?code=http://loinc.org%7C2823-3&_count=100, 100" })
	void pagesToTheEndWithoutRepeatsOrLoss(String search, int pageSize) {
		List<String> ids = new ArrayList<>();
		Bundle page = SandboxHttp.search(search, many);
		assertThat(page.getEntry()).hasSize(pageSize);
		ids.addAll(ids(page));
		while (page.getLink("next") != null) {
			page = SandboxHttp.search(page.getLink("next").getUrl(), many);
			assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(pageSize);
			ids.addAll(ids(page));
		}

		assertThat(ids).hasSize(SharedSandbox.MANY_RESULTS).doesNotHaveDuplicates();
	}

	@Test
	void includesTheMedicationThatAnOrderRefersTo() {
		String ppi = HandLaunch.token("low-magnesium-ppi", "launch patient/*.rs");

		Bundle without = SandboxHttp.search("MedicationRequest?status=active", ppi);
		Bundle with = SandboxHttp.search("MedicationRequest?status=active&_include=MedicationRequest:medication", ppi);

		assertThat(without.getEntry()).hasSize(1);
		assertThat(with.getTotal()).isEqualTo(1);
		assertThat(with.getEntry()).extracting((entry) -> entry.getSearch().getMode())
			.containsExactly(SearchEntryMode.MATCH, SearchEntryMode.INCLUDE);
		assertThat(SandboxHttp.fhir("Medication/low-magnesium-ppi-omeprazole-product", ppi).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Observation?colour=red", "Observation?code:in=x", "Observation?_has=x",
			"Observation?date=soon", "Observation?date=sa2020", "Observation?_count=-1", "Observation?_sort=code",
			"Observation?_include=Observation:subject", "Condition?date=2020", "Patient?name=x",
			"Observation?patient.name=x", "Observation?access_token=x" })
	void answers400ToAParameterItDoesNotKnow(String search) {
		SandboxHttp.Answer answer = SandboxHttp.fhir(search, token);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(FhirContext.forR4Cached().newJsonParser().parseResource(answer.body()))
			.isInstanceOf(OperationOutcome.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Patient/all-normal", "Observation/all-normal-potassium", "Observation?patient=all-normal",
			"Observation?subject=Patient/all-normal", "MedicationRequest?patient=all-normal",
			"Medication/low-magnesium-ppi-omeprazole-product" })
	void answers403OutsideTheLaunchPatient(String address) {
		assertThat(SandboxHttp.fhir(address, token).status()).isEqualTo(403);
	}

	@Test
	void showsOnlyTheLaunchPatientInASearchThatNamesNone() {
		assertThat(SandboxHttp.search("Patient", token).getTotal()).isEqualTo(1);
		assertThat(SandboxHttp.search("Observation?_id=all-normal-potassium", token).getTotal()).isZero();
	}

	@Test
	void answers403WhereNoScopeOpensTheType() {
		assertThat(SandboxHttp.fhir("Condition", many).status()).isEqualTo(403);
		assertThat(SandboxHttp.fhir("Patient/" + SharedSandbox.MANY, many).status()).isEqualTo(403);
	}

	@Test
	void answers404ToWhatNobodyHas() {
		assertThat(SandboxHttp.fhir("Observation/nobody-has-it", token).status()).isEqualTo(404);
		assertThat(SandboxHttp.fhir("Goal", token).status()).isEqualTo(404);
	}

	@Test
	void answers401WithoutATokenInTheHeader() {
		assertThat(SandboxHttp.get("/fhir/Patient/" + PATIENT).status()).isEqualTo(401);
		assertThat(SandboxHttp.get("/symmetric/fhir/Observation").status()).isEqualTo(401);
		assertThat(SandboxHttp.get("/fhir/Patient/" + PATIENT + "?access_token=" + token).status()).isEqualTo(401);
		assertThat(SandboxHttp.fhir("Patient/" + PATIENT, "not-a-token").status()).isEqualTo(401);
	}

	@Test
	void letsTheClinicianBeRead() {
		assertThat(SandboxHttp.fhir("Practitioner/sandbox-clinician", token).body()).contains("Ashdown");
	}

	@Test
	void servesManyReadersAtOnce() {
		List<CompletableFuture<Integer>> reads = Stream
			.generate(() -> CompletableFuture
				.supplyAsync(() -> SandboxHttp.search("Observation?_count=200", many).getEntry().size()))
			.limit(16)
			.toList();

		assertThat(reads).allSatisfy((read) -> assertThat(read.join()).isEqualTo(200));
	}

	private static List<String> dates(String search) {
		List<Observation> found = resources(SandboxHttp.search(search, many));
		return found.stream().map((result) -> result.getEffectiveDateTimeType().getValueAsString()).toList();
	}

	private static List<String> ids(Bundle page) {
		return page.getEntry().stream().map((entry) -> entry.getResource().getIdElement().getIdPart()).toList();
	}

	private static List<Observation> resources(Bundle page) {
		return page.getEntry().stream().map((entry) -> (Observation) entry.getResource()).toList();
	}

}
