package org.twitchingreference.sandbox.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SandboxChartsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@TempDir
	private Path folder;

	static Stream<ChartFile> builtIn() {
		return ChartFile.builtIn().stream();
	}

	@ParameterizedTest
	@MethodSource("builtIn")
	void everyHandMadeChartIsStrictFhirOfOnePatientNamedAsItsFile(ChartFile file) {
		IParser strict = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
		Bundle bundle = strict.parseResource(Bundle.class, file.json(TODAY));

		List<PatientChart> charts = new ChartBundle(bundle, FhirContext.forR4Cached()).charts();
		assertThat(charts).hasSize(1);
		assertThat(charts.get(0).id() + ".json").isEqualTo(file.name());
		assertThat(charts.get(0).shows()).isNotBlank();
	}

	@Test
	void holdsAtLeastTwelveHandMadeCharts() {
		assertThat(SandboxCharts.load(List.of(), TODAY).all()).hasSizeGreaterThanOrEqualTo(12);
	}

	@Test
	void countsDatesFromToday() {
		PatientChart chart = SandboxCharts.load(List.of(), TODAY).of("low-potassium-diuretic").orElseThrow();

		assertThat(chart.patient().getBirthDateElement().getValueAsString()).isEqualTo("1960-11-22");
		assertThat(chart.all(Observation.class).get(0).getEffectiveDateTimeType().getValueAsString())
			.isEqualTo("2026-11-19T08:10:00Z");
	}

	@Test
	void loadsSeveralPatientsOfOneBundleAndSharesWhatNamesNone() throws IOException {
		write("two.json", """
				{"resourceType":"Bundle","type":"searchset","entry":[
				{"resource":{"resourceType":"Patient","id":"p1"}},{"resource":{"resourceType":"Patient","id":"p2"}},
				{"resource":{"resourceType":"Medication","id":"m1"}},
				{"resource":{"resourceType":"Observation","id":"o1","subject":{"reference":"Patient/p2"}}}]}""");

		SandboxCharts charts = SandboxCharts.load(List.of(this.folder), TODAY);

		assertThat(charts.of("p1").orElseThrow().find("Observation/o1")).isEmpty();
		assertThat(charts.of("p2").orElseThrow().find("Observation/o1")).isPresent();
		assertThat(charts.of("p1").orElseThrow().find("Medication/m1")).isPresent();
	}

	@Test
	void resolvesReferencesByFullUrl() throws IOException {
		write("uuid.json",
				"""
						{"resourceType":"Bundle","type":"transaction","entry":[
						{"fullUrl":"urn:uuid:11111111-2222-3333-4444-555555555555","resource":{"resourceType":"Patient"}},
						{"fullUrl":"http://other.example/fhir/Observation/o1","resource":{"resourceType":"Observation","id":"o1",
						"subject":{"reference":"urn:uuid:11111111-2222-3333-4444-555555555555"}}}]}""");

		PatientChart chart = SandboxCharts.load(List.of(this.folder), TODAY)
			.of("11111111-2222-3333-4444-555555555555")
			.orElseThrow();

		assertThat(chart.all(Observation.class)).singleElement()
			.extracting((result) -> result.getSubject().getReference())
			.isEqualTo("Patient/11111111-2222-3333-4444-555555555555");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"resourceType\":\"Bun", "{\"resourceType\":\"Patient\",\"id\":\"p\"}", "", "[]",
			"{\"resourceType\":\"Bundle\",\"type\":\"collection\"}",
			"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}",
			"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\","
					+ "\"birthDate\":\"{T-3x}\"}}]}",
			"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}},"
					+ "{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"o\","
					+ "\"subject\":{\"reference\":\"Patient/q\"}}}]}",
			"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\","
					+ "\"id\":\"all-normal\"}}]}" })
	void namesTheFileItCannotUse(String content) throws IOException {
		write("broken.json", content);

		assertThatExceptionOfType(UnusableChartException.class)
			.isThrownBy(() -> SandboxCharts.load(List.of(this.folder), TODAY))
			.withMessageContaining("broken.json");
	}

	@Test
	void namesTheGzipFileItCannotRead() throws IOException {
		write("broken.json.gz", "no gzip");

		assertThatExceptionOfType(UnusableChartException.class)
			.isThrownBy(() -> SandboxCharts.load(List.of(this.folder), TODAY))
			.withMessageContaining("broken.json.gz");
	}

	@Test
	void namesTheFolderItCannotList() {
		assertThatExceptionOfType(UnusableChartException.class)
			.isThrownBy(() -> SandboxCharts.load(List.of(this.folder.resolve("absent")), TODAY))
			.withMessageContaining("absent");
	}

	@Test
	void addsTheSignedInClinicianToEveryChart() {
		assertThat(SandboxCharts.load(List.of(), TODAY).all())
			.allSatisfy((chart) -> assertThat(chart.find("Practitioner/sandbox-clinician")).isPresent())
			.allSatisfy((chart) -> assertThat(chart.all(Patient.class)).hasSize(1));
	}

	private void write(String name, String content) throws IOException {
		Files.writeString(this.folder.resolve(name), content);
	}

}
