package org.twitchingreference.chart;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.BundleChartTests;
import org.twitchingreference.mapping.FakeFhirSession;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.json.UnusableBundleException;
import org.twitchingreference.reading.ChartReader;
import org.twitchingreference.reading.Readers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Damages real charts at random and expects a chart, or one sentence, every time. */
class MutationTests {

	private static final long SEED = 20261122;

	private static final int MUTATIONS = 150;

	private static final Set<String> READ = Set.of("Patient", "Observation", "MedicationRequest", "Medication",
			"MedicationAdministration", "Condition", "DiagnosticReport", "Procedure", "AllergyIntolerance");

	/** Of each kind that the charts do not hold, one. */
	private static final List<String> OTHERS = List.of("""
			{"resourceType":"ServiceRequest","id":"order","status":"active","intent":"order","authoredOn":"2026-11-01",
			 "code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}],"text":"Potassium"},
			 "occurrenceTiming":{"event":["2026-11-20"],"repeat":{"boundsPeriod":{"start":"2026-11-01"}}}}""", """
			{"resourceType":"MedicationStatement","id":"reported","status":"active","contained":[{"resourceType":
			 "Medication","id":"m","code":{"text":"Furosemide"}}],"medicationReference":{"reference":"#m"},
			 "effectivePeriod":{"start":"2026-01-01"},"dosage":[{"route":{"text":"Oral"}}]}""", """
			{"resourceType":"MedicationDispense","id":"dispensed","status":"completed","medicationCodeableConcept":
			 {"text":"Furosemide"},"whenHandedOver":"2026-11-01","daysSupply":{"value":30,"unit":"days"}}""", """
			{"resourceType":"AllergyIntolerance","id":"allergy","clinicalStatus":{"coding":[{"code":"active"}]},
			 "code":{"text":"Gabapentin"},"recordedDate":"2020","reaction":[{"substance":{"text":"Gabapentin"}}]}""",
			"""
					{"resourceType":"Observation","id":"panel","status":"final","code":{"text":"Panel"},"category":[{"coding":
					 [{"code":"laboratory"}]}],"hasMember":[{"reference":"#k"}],"contained":[{"resourceType":"Observation",
					 "id":"k","status":"final","code":{"text":"Potassium"},"valueQuantity":{"value":3}}]}""");

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final JsonMapper mapper = new JsonMapper();

	private final Damage damage = new Damage(SEED);

	private final List<JsonNode> charts = new ArrayList<>();

	private final List<Chart> sound = new ArrayList<>();

	private final ChartReader reader = Readers.patient();

	@BeforeEach
	void load() throws IOException {
		System.out.println("Mutation seed " + SEED);
		for (String name : List.of("bernardo-robledo", "marcel-wolf")) {
			ObjectNode bundle = (ObjectNode) this.mapper.readTree(BundleChartTests.file(name));
			List<JsonNode> read = bundle.path("entry").valueStream().filter(MutationTests::isRead).toList();
			ArrayNode entries = JSON.arrayNode().addAll(read);
			OTHERS.forEach((other) -> entries.addObject().set("resource", this.mapper.readTree(other)));
			this.charts.add(bundle.set("entry", entries));
			this.sound.add(BundleChart.from(this.mapper.writeValueAsBytes(bundle)));
		}
	}

	@AfterEach
	void close() {
		this.reader.close();
	}

	@Test
	void noDamageEscapesAsAnException() {
		for (int mutation = 0; mutation < MUTATIONS; mutation++) {
			JsonNode chart = this.charts.get(mutation % this.charts.size()).deepCopy();
			String patient = chart.path("entry").path(0).path("resource").path("id").asString();
			this.damage.of(chart.path("entry"), 5);
			byte[] damaged = this.mapper.writeValueAsBytes(chart);
			try {
				check(BundleChart.from(damaged));
			}
			catch (UnusableBundleException ex) {
				assertThat(ex).hasMessageContaining("Bundle");
			}
			check(this.reader.read(new FakeFhirSession().alwaysAnswers(patient, new FhirReply.Body(damaged))));
		}
	}

	@Test
	void damageCostsAtMostItsOwnEntryAndNeverInSilence() {
		for (int mutation = 0; mutation < MUTATIONS; mutation++) {
			Chart before = this.sound.get(mutation % this.charts.size());
			JsonNode copy = this.charts.get(mutation % this.charts.size()).deepCopy();
			List<JsonNode> entries = copy.path("entry").valueStream().filter(MutationTests::isOnItsOwn).toList();
			JsonNode entry = this.damage.pick(entries);
			String reference = type(entry) + "/" + entry.path("resource").path("id").asString();
			this.damage.of(entry, 2);

			Chart after = BundleChart.from(this.mapper.writeValueAsBytes(copy));

			check(after);
			compare(before.results(), after.results(), LabResult::reference, reference,
					after.isComplete(Part.LABORATORY));
			compare(before.medicines(), after.medicines(), Medicine::reference, reference,
					after.isComplete(Part.MEDICATIONS));
			compare(before.problems(), after.problems(), Problem::reference, reference,
					after.isComplete(Part.PROBLEMS));
			compare(before.orders(), after.orders(), Order::reference, reference, after.isComplete(Part.ORDERS));
			compare(before.studies(), after.studies(), Study::reference, reference, after.isComplete(Part.STUDIES));
			compare(before.allergies(), after.allergies(), Allergy::reference, reference,
					after.isComplete(Part.ALLERGIES));
		}
	}

	private static <T> void compare(List<T> before, List<T> after, Function<T, String> reference, String damaged,
			boolean complete) {
		assertThat(after)
			.containsAll(before.stream().filter((item) -> !reference.apply(item).startsWith(damaged)).toList());
		assertThat(!complete || after.size() >= before.size()).isTrue();
	}

	private static boolean isRead(JsonNode entry) {
		String category = entry.at("/resource/category/0/coding/0/code").asString("");
		return READ.contains(type(entry)) && (!"Observation".equals(type(entry)) || "laboratory".equals(category));
	}

	private static boolean isOnItsOwn(JsonNode entry) {
		return !"Patient".equals(type(entry)) && !"Medication".equals(type(entry));
	}

	private static String type(JsonNode entry) {
		return entry.path("resource").path("resourceType").asString();
	}

	/**
	 * A chart fit to show: bounded text, no control characters, every gap with a reason.
	 */
	private static void check(Chart chart) {
		assertThat(chart.parts()).hasSize(Part.values().length)
			.allMatch((read) -> read.isComplete() == read.why().isEmpty());
		List<String> shown = new ArrayList<>(List.of(chart.patient().name()));
		Stream.of(chart.results(), chart.vitalSigns())
			.flatMap(List::stream)
			.forEach((result) -> shown.addAll(List.of(result.name(), result.value().shown())));
		chart.medicines().forEach((medicine) -> shown.add(medicine.name()));
		chart.problems().forEach((problem) -> shown.add(problem.name()));
		chart.orders().forEach((order) -> shown.add(order.name()));
		chart.studies().forEach((study) -> shown.add(study.name()));
		chart.allergies().forEach((allergy) -> shown.add(allergy.name()));
		assertThat(shown)
			.allMatch((text) -> text.length() <= ChartText.NAME && !text.matches("(?s).*[\\u0000-\\u001F].*"));
	}

}
