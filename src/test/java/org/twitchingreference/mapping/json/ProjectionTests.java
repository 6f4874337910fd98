package org.twitchingreference.mapping.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.assessment.ClinicalCase;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.BundleChartTests;

import static org.assertj.core.api.Assertions.assertThat;

/** A chart made of what is kept of its resources is the chart made of all of them. */
class ProjectionTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	/** What HAPI by itself passes over without a word, or writes out in full. */
	private static final Pattern PASSED_OVER = Pattern.compile(
			"\\{\\s*}|\"(?:REDACTED|MASKED)\"|\\[\\s*\\[|\\d{101}|[:\\[,]\\s*\"?[+-]?[\\d.]+[eE][+-]?\\d{5,}\"?\\s*[,}\\]]");

	private final FhirContext context = FhirContext.forR4Cached();

	@ParameterizedTest
	@ValueSource(strings = { "belva-mayert", "bernardo-robledo", "blaine-kiehn", "brittny-ortiz", "marcel-wolf" })
	void keepsAllThatAChartIsMadeOf(String patient) throws IOException {
		byte[] json = BundleChartTests.file(patient);

		assertThat(parts(BundleChart.from(json))).isEqualTo(parts(BundleChart.of(whole(json).orElseThrow())));
	}

	@Test
	void keepsAllThatTheChartsOfTheCasesAreMadeOf() {
		List<byte[]> sound = ClinicalCase.all()
			.map((clinical) -> clinical.json(TODAY).getBytes(StandardCharsets.UTF_8))
			.filter((json) -> whole(json).isPresent())
			.toList();

		assertThat(sound).hasSizeGreaterThan(500)
			.allSatisfy((json) -> assertThat(parts(BundleChart.from(json)))
				.isEqualTo(parts(BundleChart.of(whole(json).orElseThrow()))));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "MedicationRequest", "MedicationStatement", "MedicationAdministration", "MedicationDispense",
					"Condition", "ServiceRequest", "DiagnosticReport", "Procedure", "AllergyIntolerance" })
	void keepsWhoseAnEntryIs(String type) {
		String entry = "{'resourceType':'" + type + "','id':'e1','status':'%s','intent':'order','code':{'text':'A'},"
				+ "'medicationCodeableConcept':{'text':'A'},'subject':{'reference':'%s'},'patient':{'reference':'%2$s'}}";
		String status = Map
			.of("DiagnosticReport", "final", "Procedure", "completed", "MedicationAdministration", "completed",
					"MedicationDispense", "completed")
			.getOrDefault(type, "active");

		assertThat(entries(Fhir.chart(entry.formatted(status, "Patient/p1")))).isEqualTo(1);
		assertThat(entries(Fhir.chart(entry.formatted(status, "Patient/p2")))).isZero();
	}

	private static long entries(Chart chart) {
		return Stream.of(chart.medicines(), chart.problems(), chart.orders(), chart.studies(), chart.allergies())
			.mapToLong(List::size)
			.sum();
	}

	@Test
	void keepsHowAReportedMedicineIsTaken() {
		Chart chart = Fhir.chart("{'resourceType':'MedicationStatement','id':'e1','status':'active',"
				+ "'medicationCodeableConcept':{'text':'A'},'dosage':[{'route':{'text':'Ophthalmic'}}]}");

		assertThat(chart.medicines()).extracting(Medicine::route).containsExactly("ophthalmic");
	}

	@Test
	void leavesOutWhatIsNotRead() {
		String patient = "{'resourceType':'Patient','id':'p1','text':{'div':7},'extension':'?','gender':'female'}";
		String person = "{'resourceType':'Practitioner','id':'p2','active':'perhaps'}";

		BundlePage page = new FhirJson().bundle(Fhir.bytes(Fhir.page(patient, person)));

		assertThat(page.entries()).extracting(BundleEntry::reference).containsExactly("Patient/p1");
		assertThat(page.unreadable()).isEmpty();
		assertThat(page.matches()).isEqualTo(2);
	}

	/** All that is in a chart; of how it was read, what does not depend on the way. */
	private static List<Object> parts(Chart chart) {
		Stream<Object> contents = Stream.of(chart.patient(), chart.observations(), chart.medicines(), chart.problems(),
				chart.orders(), chart.studies(), chart.allergies(), chart.answers());
		return Stream
			.concat(contents,
					chart.parts()
						.stream()
						.map((part) -> List.of(part.part(), part.outcome(), part.entries(), part.unreadable())))
			.toList();
	}

	/** Every resource as HAPI reads it, when nothing in it is damaged. */
	private Optional<BundlePage> whole(byte[] json) {
		String text = new String(json, StandardCharsets.UTF_8);
		if (PASSED_OVER.matcher(text).find()) {
			return Optional.empty();
		}
		DamageHandler damage = new DamageHandler();
		IParser parser = this.context.newJsonParser();
		parser.setParserErrorHandler(damage);
		parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
		Bundle bundle = parser.parseResource(Bundle.class,
				new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8));
		List<BundleEntryComponent> entries = bundle.getEntry();
		boolean sound = !damage.isDamaged() && entries.stream()
			.noneMatch((entry) -> entry.getResource() == null || entry.getResource() instanceof Bundle);
		return sound
				? Optional.of(new BundlePage(
						entries.stream()
							.map((entry) -> new BundleEntry(Objects.toString(entry.getFullUrl(), ""),
									entry.getResource()))
							.toList(),
						List.of(), entries.size(), bundle.getTotal(),
						Optional.ofNullable(bundle.getLink("next")).map((link) -> link.getUrl())))
				: Optional.empty();
	}

}
