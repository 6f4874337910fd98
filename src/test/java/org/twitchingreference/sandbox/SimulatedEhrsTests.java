package org.twitchingreference.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;
import org.twitchingreference.sandbox.ehr.SimulatedEhr;
import org.twitchingreference.sandbox.ehr.SimulatedEhrs;
import org.twitchingreference.sandbox.quirks.Lies;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The quirks of each simulated EHR, asked for by hand. */
class SimulatedEhrsTests {

	private static final String PATIENT = "low-potassium-diuretic";

	@ParameterizedTest
	@MethodSource("names")
	void launchesAndAnswersForThePatient(String name) {
		SimulatedServer ehr = SimulatedServer.open(name, PATIENT);

		assertThat(ehr.get("Patient/" + PATIENT).status()).isEqualTo(200);
		assertThat(ehr.get("metadata").body()).contains("CapabilityStatement");
	}

	@ParameterizedTest
	@CsvSource({ "epic, Observation?patient=P, 400", "epic, Observation?patient=P&category=laboratory, 200",
			"epic, 'Observation?patient=P&code=http://loinc.org%7C2823-3', 200",
			"epic, MedicationStatement?patient=P, 404", "epic, Observation?patient=P&category=laboratory&colour=x, 400",
			"epic, Observation?patient=P&category=laboratory&date=sa2020, 400",
			"oracle-health, Condition?patient=P, 400",
			"oracle-health, Condition?patient=P&category=problem-list-item, 200",
			"oracle-health, MedicationRequest?patient=P, 400",
			"oracle-health, 'MedicationRequest?patient=P&intent=order,plan', 200",
			"oracle-health, 'MedicationRequest?patient=P&intent=order&_include=MedicationRequest:medication', 400",
			"oracle-health, MedicationRequest?patient=P&intent=order&authoredon=ge2020, 400",
			"oracle-health, Observation?patient=P&category=laboratory&date=ge2020&date=le2040&date=le2039, 400",
			"athenahealth, Observation?category=laboratory, 400", "athenahealth, MedicationRequest?patient=P, 400",
			"athenahealth, Medication/of-low-potassium-diuretic-furosemide, 404",
			"meditech, Observation?category=laboratory, 400", "gateway, AllergyIntolerance?patient=P, 502",
			"partial, Condition?patient=P, 403", "forgetful, Observation?sessionID=unknown, 410" })
	void answersByItsOwnRules(String name, String search, int status) {
		assertThat(SimulatedServer.open(name, PATIENT).get(search.replace("=P", "=" + PATIENT)).status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "epic, medicationReference", "athenahealth, medicationReference", "oracle-health, contained",
			"openemr, medicationCodeableConcept" })
	void writesEveryMedicineInItsOwnWay(String name, String form) {
		for (String patient : List.of("low-potassium-diuretic", "heart-failure-low-sodium", "low-magnesium-ppi")) {
			SimulatedServer ehr = SimulatedServer.open(name, patient);
			JsonNode orders = ehr.json("MedicationRequest?intent=order&patient=" + patient);

			assertThat(orders.path("entry").size()).isPositive();
			assertThat(orders.path("entry").valueStream().map((entry) -> entry.path("resource")))
				.allMatch((order) -> order.has(form) && !order.toString().contains("\"Medication/m"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "epic, Medication/%s", "athenahealth, Medication?_id=%s" })
	void answersForTheMedicationsThatItsOrdersReferTo(String name, String address) {
		SimulatedServer ehr = SimulatedServer.open(name, "heart-failure-low-sodium");
		JsonNode orders = ehr.json("MedicationRequest?intent=order&patient=heart-failure-low-sodium");

		assertThat(orders.path("entry").valueStream()).hasSize(2).allSatisfy((order) -> {
			String reference = order.at("/resource/medicationReference/reference").asString();
			JsonNode found = ehr.json(address.formatted(reference.replace("Medication/", "")));
			assertThat(found.findPath("code").at("/coding/0/code").asString()).isNotEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource({ "epic, 50, sessionID=", "oracle-health, 50, pageContext", "athenahealth, 10, ah-practice",
			"meditech, 25, _cursor", "hapi, 50, /fhir?_getpages=" })
	void pagesInItsOwnWayToTheEnd(String name, int rows, String next) {
		SimulatedServer ehr = SimulatedServer.open(name, SharedSandbox.MANY);
		JsonNode page = ehr.json("Observation?code=http://loinc.org%7C2823-3&patient=" + SharedSandbox.MANY);
		assertThat(page.path("entry").size()).isEqualTo(rows);
		assertThat(SimulatedServer.next(page)).get().asString().contains(next);
		int read = page.path("entry").size();
		while (SimulatedServer.next(page).isPresent()) {
			page = ehr.json(SimulatedServer.next(page).orElseThrow());
			read += page.path("entry").size();
		}

		assertThat(read).isEqualTo(SharedSandbox.MANY_RESULTS);
	}

	@Test
	void forgetsASearchAfterItsFirstPage() {
		SimulatedServer ehr = SimulatedServer.open("forgetful", PATIENT);
		String next = SimulatedServer.next(ehr.json("Observation?patient=" + PATIENT)).orElseThrow();

		assertThat(ehr.get(next).status()).isEqualTo(410);
		assertThat(ehr.get(next).body()).contains("4113");
	}

	@Test
	void saysInAnEntryThatNothingWasFound() {
		JsonNode none = SimulatedServer.open("epic", "empty-chart").json("Condition?patient=empty-chart");

		assertThat(none.at("/entry/0/search/mode").asString()).isEqualTo("outcome");
		assertThat(none.toString()).contains("4101");
	}

	@Test
	void isBusyOnceForEachType() {
		SimulatedServer ehr = SimulatedServer.open("busy", PATIENT);

		assertThat(IntStream.range(0, 3).mapToObj((time) -> ehr.get("Condition?patient=" + PATIENT).status()))
			.containsExactly(429, 200, 200);
		assertThat(ehr.get("Observation?patient=" + PATIENT).status()).isEqualTo(429);
	}

	@Test
	void endsTheFirstTokenAndKeepsItsRefreshToken() {
		HandLaunch launch = HandLaunch.from(SimulatedServer.ehr("expiring"), PATIENT);
		JsonNode first = launch.redeem(launch.code());
		JsonNode second = launch.refresh(first.path("refresh_token").asString());
		SimulatedServer fresh = SimulatedServer.withToken("expiring", second.path("access_token").asString());
		SimulatedServer old = SimulatedServer.withToken("expiring", first.path("access_token").asString());

		assertThat(IntStream.range(0, 4).mapToObj((time) -> old.get("Condition?patient=" + PATIENT).status()))
			.containsExactly(200, 200, 200, 401);
		assertThat(IntStream.range(0, 6).mapToObj((time) -> fresh.get("Condition?patient=" + PATIENT).status()))
			.containsOnly(200);
		assertThat(second.has("refresh_token")).isFalse();
	}

	@Test
	void knowsPatientsByTheirOddIdsOnly() {
		SimulatedServer ehr = SimulatedServer.open("odd-patient-id", PATIENT);

		assertThat(ehr.json("Patient/low_potassium_diuretic").path("id").asString())
			.isEqualTo("low_potassium_diuretic");
		assertThat(ehr.get("Condition?patient=low_potassium_diuretic").status()).isEqualTo(200);
		assertThat(ehr.get("Patient/" + PATIENT).status()).isEqualTo(404);
		assertThat(ehr.get("Condition?patient=" + PATIENT).status()).isEqualTo(404);
	}

	@Test
	void looksAtNoTokenWhereItIsOpen() {
		SimulatedServer ehr = SimulatedServer.withToken("smart-health-it", "no-token-at-all");

		assertThat(ehr.json("Condition?patient=" + PATIENT).path("total").asInt()).isEqualTo(2);
		assertThat(ehr.get("Patient/" + PATIENT).status()).isEqualTo(200);
		assertThat(ehr.get("Condition").status()).isEqualTo(404);
	}

	@Test
	void discoversMeditechAtTheRootOfItsHost() {
		assertThat(SandboxHttp.get("/.well-known/smart-configuration").status()).isEqualTo(200);
		assertThat(SandboxHttp.get("/quirks/meditech/fhir/.well-known/smart-configuration").status()).isEqualTo(404);
	}

	@Test
	void writesTokenResponsesInItsOwnWay() {
		HandLaunch launch = HandLaunch.from(SimulatedServer.ehr("medplum"), PATIENT);
		JsonNode token = launch.redeem(launch.code());

		assertThat(token.path("token_type").asString()).isEqualTo("bearer");
		assertThat(token.path("expires_in").isString()).isTrue();
		assertThat(SandboxHttp.get("/quirks/athenahealth/fhir/.well-known/smart-configuration").body())
			.contains("\"issuer\":\"https://athena.example.org/oauth2/v1\"");
	}

	@Test
	void knowsNoWildcardsWhereTheEhrKnowsNone() {
		assertThat(HandLaunch.from(SimulatedServer.ehr("oracle-health"), PATIENT)
			.with("scope", "launch patient/*.rs")
			.sentBack()).containsEntry("error", "invalid_scope");
	}

	@Test
	void lies() {
		SimulatedServer ehr = SimulatedServer.open("hostile", PATIENT);
		String results = ehr.get("Observation?patient=" + PATIENT).body();
		JsonNode problems = ehr.json("Condition?patient=" + PATIENT);

		assertThat(results).contains(Lies.STRANGER, "<script>", "stranger.invalid").hasSizeGreaterThan(300_000);
		assertThat(ehr.get("Patient/" + PATIENT).body()).contains("<script>");
		assertThat(SimulatedServer.next(problems)).get()
			.satisfies((next) -> assertThat(SimulatedServer.next(ehr.json(next))).hasValue(next));
		assertThat(ehr.get("MedicationRequest?patient=" + PATIENT).body()).startsWith("<!DOCTYPE html>");
	}

	@Test
	void acceptsJsonOnly() {
		SandboxHttp.Answer answer = SimulatedServer.open("oracle-health", PATIENT)
			.get("Patient/" + PATIENT, "application/fhir+xml");

		assertThat(answer.status()).isEqualTo(406);
	}

	@Test
	void isListedOnThePagesOfTheSandbox() {
		assertThat(SandboxHttp.get("/").body()).contains("data-ehr=\"epic\"", "data-ehr=\"hostile\"");
		assertThat(SandboxHttp.get("/?ehr=epic").body()).contains("/chart/known-ms?ehr=epic");
	}

	static Stream<String> names() {
		return SimulatedEhrs.all()
			.stream()
			.filter((ehr) -> !ehr.access().has(LaunchQuirk.ODD_PATIENT_ID) && !ehr.access().has(LaunchQuirk.POSTING))
			.map(SimulatedEhr::name)
			.filter((name) -> !name.equals("busy"));
	}

}
