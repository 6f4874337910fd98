package org.twitchingreference.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.mapping.json.UnusableBundleException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

public class BundleChartTests {

	@ParameterizedTest
	@CsvSource({ "bernardo-robledo,11,4,2,13", "belva-mayert,15,5,4,24", "marcel-wolf,11,3,4,5" })
	void readsASyntheticChartCompletely(String name, int results, int scores, int medicines, int problems)
			throws IOException {
		Chart chart = BundleChart.from(file(name));

		assertThat(chart.results()).hasSize(results);
		assertThat(chart.observations(Part.SCORES)).hasSize(scores);
		assertThat(chart.medicines()).hasSize(medicines).noneMatch((medicine) -> medicine.codes().isEmpty());
		assertThat(chart.problems()).hasSize(problems);
		assertThat(chart.parts()).allMatch(PartRead::isComplete);
		assertThat(chart.patient().birthDate()).isPresent();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "<html>|This is not JSON.",
			"{'resourceType':'Patient'}|This is JSON, but not a FHIR Bundle.",
			"{'resourceType':'Bundle','entry':[]}|The Bundle holds no Patient.",
			"{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','name':7}}]}|The Patient in the Bundle is not readable as FHIR R4.",
			"{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'1'}},{'resource':{'resourceType':'Patient','id':'2'}}]}|The Bundle holds more than one Patient; a chart is of one." })
	void saysWhyABundleIsOfNoUse(String json, String sentence) {
		assertThatExceptionOfType(UnusableBundleException.class).isThrownBy(() -> BundleChart.from(Fhir.bytes(json)))
			.withMessage(sentence)
			.withNoCause();
	}

	@Test
	void readsATransactionByItsAddresses() {
		String lab = Fhir.lab("", "").replace("'id':'',", "").replace("Patient/p1", "urn:uuid:1");
		Chart chart = BundleChart.from(Fhir.bytes("{'resourceType':'Bundle','type':'transaction','entry':["
				+ "{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Patient','gender':'male'}},"
				+ "{'fullUrl':'urn:uuid:2','resource':" + lab + "}]}"));

		assertThat(chart.results()).extracting(LabResult::reference).containsExactly("urn:uuid:2");
		assertThat(chart.patient().reference()).isEqualTo("urn:uuid:1");
		assertThat(chart.patient().sex()).contains("male");
		assertThat(chart.parts()).allMatch(PartRead::isComplete);
	}

	@ParameterizedTest
	@CsvSource({ "laboratory,1", "vital-signs,0", "survey,0", "exam,0", "social-history,0", "LAB,1" })
	void takesForLaboratoryWhatIsNotSaidToBeOther(String category, int results) {
		Chart chart = Fhir.chart(Fhir.lab("k1", "'category':[{'coding':[{'code':'" + category + "'}]}]"));

		assertThat(chart.results()).hasSize(results);
	}

	@ParameterizedTest
	@CsvSource({ "vital-signs,0,1", "laboratory,1,0", "exam,0,0" })
	void keepsVitalSignsApartFromResults(String category, int results, int vitalSigns) {
		Chart chart = Fhir.chart(Fhir.lab("w1", "'category':[{'coding':[{'code':'" + category + "'}]}]"));

		assertThat(chart.vitalSigns()).hasSize(vitalSigns);
		assertThat(chart.results()).hasSize(results);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "'valueQuantity':{'value':12,'code':'{score}'}|1",
			"'valueInteger':12|1", "'valueString':'12'|0" })
	void takesTheScoreOfAQuestionnaireAndNoAnswer(String value, int results) {
		Chart chart = Fhir.chart(Fhir.lab("k1", "'category':[{'coding':[{'code':'survey'}]}]," + value));

		assertThat(chart.observations(Part.SCORES)).hasSize(results);
	}

	@Test
	void saysThatOnePageIsNotTheWholeChart() {
		Chart chart = BundleChart.from(Fhir.bytes(Fhir.pageBefore("page2", Fhir.PATIENT, Fhir.lab("k1", ""))));

		assertThat(chart.results()).hasSize(1);
		assertThat(chart.part(Part.PROBLEMS).outcome()).isEqualTo(ReadOutcome.TRUNCATED);
	}

	@Test
	void countsAnUnknownEntryAgainstEveryPart() {
		Chart chart = Fhir.chart("{'resourceType':'MedicationOrder'}");

		assertThat(chart.parts()).filteredOn(PartRead::isComplete)
			.extracting(PartRead::part)
			.containsExactly(Part.PATIENT);
	}

	@Test
	void readsWhatSpoilsAResultBehindManyLinesOfComment() {
		String lines = "'note':[" + "{'text':'line'},".repeat(30) + "{'text':'last'}]";
		Chart chart = Fhir.chart(Fhir.lab("k1", lines + ",'specimen':{'reference':'Specimen/s1'}"),
				Fhir.lab("k2", lines + ",'specimen':{'reference':'http://ehr/fhir/Specimen/s1/_history/2'}"),
				Fhir.lab("k3", lines + ",'specimen':{'display':'Urine'}"),
				"{'resourceType':'Specimen','id':'s1','status':'unsatisfactory','note':["
						+ "{'text':'seen'},".repeat(5000) + "{'text':'seen'}]}");

		assertThat(chart.results()).extracting(LabResult::notes)
			.allMatch((notes) -> notes.size() < 60 && notes.contains("last"))
			.filteredOn((notes) -> notes.contains("specimen|unsatisfactory"))
			.hasSize(2);
		assertThat(chart.results().get(2).notes()).contains("specimen of|Urine");
	}

	public static byte[] file(String name) throws IOException {
		try (InputStream file = BundleChartTests.class.getResourceAsStream("/patients/" + name + ".json.gz");
				GZIPInputStream json = new GZIPInputStream(Objects.requireNonNull(file))) {
			return json.readAllBytes();
		}
	}

}
