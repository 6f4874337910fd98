package org.twitchingreference.mapping.medicine;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Medicine.Use;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.mapping.BundleChart;
import org.twitchingreference.mapping.element.ChartTimes;

import static org.assertj.core.api.Assertions.assertThat;

class MedicineMappingTests {

	private static final String CODED = "'medicationCodeableConcept':{'coding':[{'system':'s','code':'c','display':'Drug'}]}";

	@ParameterizedTest
	@CsvSource({ "active,ACTIVE", "completed,ENDED", "stopped,ENDED", "on-hold,ENDED" })
	void mapsTheStatus(String status, Use use) {
		Chart chart = Fhir.chart(Fhir.order("m1", "'status':'" + status + "'," + CODED));

		assertThat(chart.medicines()).extracting(Medicine::use).containsExactly(use);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'status':'draft'", "'status':'cancelled'", "'status':'entered-in-error'",
			"'status':'active','doNotPerform':true", "'status':'active','intent':'proposal'",
			"'status':'active','intent':'option'" })
	void leavesOutWhatIsNotTaken(String fields) {
		Chart chart = Fhir.chart("{'resourceType':'MedicationRequest','id':'m1',"
				+ (fields.contains("intent") ? "" : "'intent':'order',") + fields + "," + CODED + "}");

		assertThat(chart.medicines()).isEmpty();
		assertThat(chart.isComplete(Part.MEDICATIONS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "'intent':'order','status':'unknown'", "'intent':'order'",
			"'intent':'order','status':'actve'", "'status':'active'", "'intent':'wish','status':'active'",
			"'intent':'order','status':'active','doNotPerform':'perhaps'" })
	void namesWhatMayOrMayNotBeTaken(String fields) {
		Chart chart = Fhir.chart("{'resourceType':'MedicationRequest','id':'m1'," + fields + "," + CODED + "}");

		assertThat(chart.medicines()).isEmpty();
		assertThat(chart.part(Part.MEDICATIONS).unreadable()).extracting(Unreadable::reference)
			.containsExactly("MedicationRequest/m1");
	}

	@Test
	void findsAContainedMedicationWithItsActiveIngredients() {
		Chart chart = Fhir.chart(Fhir.order("m1", """
				'status':'active','medicationReference':{'reference':'#d'},
				'dosageInstruction':[{'route':{'coding':[{'system':'r','code':'26643006','display':'Oral route'}]}}],
				'contained':[{'resourceType':'Medication','id':'d','form':{'text':'Tablet'},'ingredient':[
				{'itemCodeableConcept':{'text':'Codeine','coding':[{'system':'rx','code':'1'}]}},
				{'itemCodeableConcept':{'text':'Caffeine','coding':[{'system':'rx','code':'2'}]}},
				{'isActive':false,'itemCodeableConcept':{'text':'Starch','coding':[{'system':'rx','code':'3'}]}},
				{'itemReference':{'reference':'#d'}}]}]"""));

		Medicine medicine = chart.medicines().get(0);
		assertThat(medicine.name()).isEqualTo("Codeine / Caffeine");
		assertThat(medicine.codes()).containsExactly(new Code("rx", "1"), new Code("rx", "2"));
		assertThat(medicine.route()).isEqualTo("oral route 26643006 tablet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Medication/d1", "urn:uuid:0d1", "https://ehr.example/fhir/Medication/d1",
			"Medication/d1/_history/4" })
	void findsAMedicationOfTheBundle(String reference) {
		String fullUrl = reference.startsWith("urn:") ? reference : "https://ehr.example/fhir/Medication/d1";
		String medication = "'resource':{'resourceType':'Medication','id':'d1','code':{'text':'Furosemide'}}";
		String order = Fhir.order("m1", "'status':'active','medicationReference':{'reference':'" + reference + "'}");
		Chart chart = BundleChart.from(Fhir.bytes("{'resourceType':'Bundle','entry':[{'resource':" + Fhir.PATIENT
				+ "},{'resource':" + order + "},{'fullUrl':'" + fullUrl + "'," + medication + "}]}"));

		assertThat(chart.medicines()).extracting(Medicine::name).containsExactly("Furosemide");
		assertThat(chart.isComplete(Part.MEDICATIONS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://other.example/fhir/Medication/d1", "http://other.example/Medication/d1/_history/2" })
	void takesNoMedicationOfTheSameIdForAnotherServersOne(String reference) {
		Chart chart = twoMedications(reference, "https://ehr.example/fhir/", "https://third.example/fhir/");

		assertThat(chart.medicines()).isEmpty();
		assertThat(chart.part(Part.MEDICATIONS).unreadable())
			.containsExactly(new Unreadable("MedicationRequest/m1", EntryReason.UNREAD_MEDICINE.reason()));
	}

	@ParameterizedTest
	@CsvSource({ "Medication/d1,https://a.example/,https://ehr.example/fhir/,Second",
			"Medication/d1,https://ehr.example/fhir/,https://a.example/,First",
			"https://a.example/Medication/d1,https://ehr.example/fhir/,https://a.example/,Second",
			"http://ehr.example/fhir/Medication/d1,https://ehr.example/fhir/,https://a.example/,First",
			"Medication/d1,https://a.example/,https://b.example/," })
	void tellsMedicationsOfOneIdApartByTheirServers(String reference, String first, String second, String found) {
		assertThat(twoMedications(reference, first, second).medicines()).extracting(Medicine::name)
			.containsExactlyElementsOf((found != null) ? List.of(found) : List.of());
	}

	private static Chart twoMedications(String reference, String first, String second) {
		String order = Fhir.order("m1", "'status':'active','medicationReference':{'reference':'" + reference + "'}");
		return BundleChart.from(Fhir.bytes("{'resourceType':'Bundle','entry':["
				+ "{'fullUrl':'https://ehr.example/fhir/Patient/p1','resource':" + Fhir.PATIENT + "},{'resource':"
				+ order + "}," + medication(first, "First") + "," + medication(second, "Second") + "]}"));
	}

	private static String medication(String base, String name) {
		return "{'fullUrl':'" + base
				+ "Medication/d1','resource':{'resourceType':'Medication','id':'d1','code':{'text':'" + name + "'}}}";
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{'text':'Lipitor'} | Lipitor",
			"{'coding':[{'system':'s','code':'9','display':'Lipitor 20 MG'}]} | Lipitor 20 MG",
			"{'text':'4711','coding':[{'system':'s','code':'9','display':'9'},{'display':'Lipitor'}]} | Lipitor",
			"{'text':'Aspirin','coding':[{'system':'s','code':'ASPIRIN'}]} | Aspirin",
			"{'text':'B12','coding':[{'system':'s','code':'B 1'}]} | B12", "{'text':'\u85ac 10'} | \u85ac 10" })
	void knowsANameInWords(String concept, String name) {
		Medicine medicine = medicine(concept);

		assertThat(medicine.name()).isEqualTo(name);
		assertThat(medicine.product().inWords()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{'coding':[{'code':'6901'}]} | 6901",
					"{'coding':[{'system':' ','code':'6901'},{'system':'s'}]} | 6901",
					"{'coding':[{'system':'s','code':'LIP20'}]} | LIP20", "{'text':'0071-0155 23'} | 0071-0155 23",
					"{'text':'lip 20','coding':[{'system':'s','code':'9'},{'code':'LIP-20'}]} | lip 20" })
	void takesACodeForNoNameInWords(String concept, String shown) {
		Medicine medicine = medicine(concept);

		assertThat(medicine.name()).isEqualTo(shown);
		assertThat(medicine.product().inWords()).isFalse();
	}

	private static Medicine medicine(String concept) {
		Chart chart = Fhir.chart(Fhir.order("m1", "'status':'active','medicationCodeableConcept':" + concept));

		assertThat(chart.part(Part.MEDICATIONS).unreadable()).isEmpty();
		return chart.medicines().get(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"Lipitor 20 mg | {'text':'Atorvastatin'} | Lipitor 20 mg", "4711 | {'text':'Atorvastatin'} | Atorvastatin",
			"4711 | {'coding':[{'system':'s','code':'8'}]} | 4711", "'' | {'coding':[{'system':'s','code':'8'}]} | 9" })
	void callsAMedicationWithoutWordsWhatTheOrderOrItsIngredientsSay(String display, String ingredient, String name) {
		Medicine medicine = Fhir.chart(Fhir.order("m1",
				"""
						'status':'active','medicationReference':{'reference':'#m','display':'%s'},'contained':[{'resourceType':'Medication',
						'id':'m','code':{'coding':[{'system':'s','code':'9'}]},'ingredient':[{'itemCodeableConcept':%s}]}]"""
					.formatted(display.replace("'", ""), ingredient)))
			.medicines()
			.get(0);

		assertThat(medicine.name()).isEqualTo(name);
		assertThat(medicine.codes()).extracting(Code::code).startsWith("9");
		assertThat(medicine.toString() + medicine.product()).doesNotContain(name);
	}

	@Test
	void keepsAnIngredientThatIsAnotherResourceWithoutNameAndCode() {
		Medicine medicine = Fhir
			.chart(Fhir.order("m1",
					"""
							'status':'active','medicationReference':{'reference':'#m'},'contained':[{'resourceType':'Medication','id':'m',
							'ingredient':[{'itemReference':{'reference':'Substance/s'}},{'itemCodeableConcept':{'text':'Lipitor'}},
							{'isActive':false,'itemCodeableConcept':{'text':'Starch'}}]}]"""))
			.medicines()
			.get(0);

		assertThat(medicine.name()).isEqualTo("Lipitor");
		assertThat(medicine.product()).isEqualTo(CodedName.NOTHING);
		assertThat(medicine.ingredients()).extracting(CodedName::name).containsExactly("", "Lipitor");
		assertThat(medicine.ingredients()).extracting(CodedName::inWords).containsExactly(false, true);
	}

	@Test
	void neverCallsAMedicineUnknown() {
		Chart chart = Fhir.chart(
				Fhir.order("m1", "'status':'active','medicationReference':{'reference':'Medication/d9'}"),
				Fhir.order("m2", "'status':'active'"), Fhir.order("m3",
						"'status':'active','medicationReference':{'reference':'Medication/d8','display':'Lasix'}"));

		assertThat(chart.medicines()).extracting(Medicine::name).containsExactly("Lasix");
		assertThat(chart.part(Part.MEDICATIONS).unreadable()).containsExactly(
				new Unreadable("MedicationRequest/m1", EntryReason.UNREAD_MEDICINE.reason()),
				new Unreadable("MedicationRequest/m2", EntryReason.UNNAMED_MEDICINE.reason()),
				new Unreadable("MedicationRequest/m3", EntryReason.UNREAD_MEDICINE.reason()));
	}

	@Test
	void takesTheEarliestStartAndTheLatestEnd() {
		Medicine medicine = Fhir.chart(Fhir.order("m1", """
				'status':'active','authoredOn':'2026-02-01','dispenseRequest':{'validityPeriod':{'start':'2026-03-01',
				'end':'2026-04-01'}},'dosageInstruction':[{'timing':{'repeat':{'boundsPeriod':{'start':'2026-01-01',
				'end':'2026-05-01'}}}}],""" + CODED)).medicines().get(0);

		assertThat(medicine.start()).isEqualTo(ChartTimes.of("2026-01-01"));
		assertThat(medicine.end()).isEqualTo(ChartTimes.of("2026-05-01"));
	}

}
