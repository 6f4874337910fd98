package org.twitchingreference.chart;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.BundleChart;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may modify a resource and is not understood keeps it from being used; any other
 * extension, also translations of a text, changes nothing.
 */
class ExtensionsTests {

	private static final String MODIFIER = "'modifierExtension':[{'url':'http://x.example/not','valueBoolean':true}]";

	private static final String RULES = "'implicitRules':'http://x.example/rules'";

	private static final String EXTENSION = "'extension':[{'url':'http://x.example/more','extension':[{'url':'a',"
			+ "'valueString':'b'}]},{'url':'http://x.example/so','valueCodeableConcept':{'text':'refuted'}}]";

	/** HL7's extension for a text in other languages, by their BCP-47 tags. */
	private static final String TRANSLATED = "{'extension':[{'url':"
			+ "'http://hl7.org/fhir/StructureDefinition/translation','extension':[{'url':'lang','valueCode':'de-CH'},"
			+ "{'url':'content','valueString':'Kalium'}]}]}";

	static Stream<Arguments> modified() {
		return resources().flatMap((resource) -> Stream.of(MODIFIER, RULES)
			.map((modifier) -> Arguments.of(resource.get()[0], resource.get()[1], modifier)));
	}

	/** One of each type, with the part that it is read into. */
	static Stream<Arguments> resources() {
		String subject = "'subject':{'reference':'Patient/p1'},'code':{'text':'It'}";
		return Stream.of(Arguments.of(Part.LABORATORY, Fhir.lab("x1", "")),
				Arguments.of(Part.MEDICATIONS,
						Fhir.order("x1", "'status':'active','medicationCodeableConcept':{'text':'It'}")),
				Arguments.of(Part.PROBLEMS, Fhir.problem("x1", "")),
				Arguments.of(Part.ORDERS,
						"{'resourceType':'ServiceRequest','id':'x1','status':'active','intent':'order'," + subject
								+ "}"),
				Arguments.of(Part.STUDIES,
						"{'resourceType':'Procedure','id':'x1','status':'completed'," + subject + "}"),
				Arguments.of(Part.STUDIES,
						"{'resourceType':'DiagnosticReport','id':'x1','status':'final'," + subject + "}"),
				Arguments.of(Part.ALLERGIES, "{'resourceType':'AllergyIntolerance','id':'x1',"
						+ subject.replace("subject", "patient") + "}"));
	}

	@ParameterizedTest
	@MethodSource("modified")
	void takesNoResourceAtItsWordThatIsModified(Part part, String resource, String modifier) {
		Chart chart = Fhir.chart(with(modifier, resource));

		assertThat(chart.part(part).unreadable()).extracting(Unreadable::why)
			.containsExactly(EntryReason.MODIFIED.reason());
		assertThat(entries(chart)).isZero();
	}

	@ParameterizedTest
	@MethodSource("resources")
	void mindsNoOtherExtension(Part part, String resource) {
		Chart chart = Fhir.chart(with(EXTENSION, resource));

		assertThat(chart.part(part).unreadable()).isEmpty();
		assertThat(entries(chart)).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { MODIFIER, RULES })
	void takesNoPatientAtTheirWordWhoIsModified(String modifier) {
		Chart chart = BundleChart.from(Fhir.bytes(Fhir.page(with(modifier, Fhir.PATIENT))));

		assertThat(chart.isComplete(Part.PATIENT)).isFalse();
		assertThat(chart.patient().birthDate()).isEmpty();
		assertThat(chart.patient().sex()).isEmpty();
	}

	@Test
	void readsNoMedicineOfWhichAnIngredientIsModified() {
		Chart chart = Fhir.chart(Fhir.order("m1",
				"'status':'active','medicationReference':{'reference':'#d'},"
						+ "'contained':[{'resourceType':'Medication','id':'d','code':{'text':'It'},'ingredient':[{"
						+ MODIFIER + ",'itemCodeableConcept':{'text':'Codeine'}}]}]"));

		assertThat(chart.medicines()).isEmpty();
		assertThat(chart.part(Part.MEDICATIONS).unreadable()).extracting(Unreadable::reference)
			.containsExactly("MedicationRequest/m1");
	}

	@Test
	void readsNoAllergyOfWhichAReactionIsModified() {
		Chart chart = Fhir.chart("{'resourceType':'AllergyIntolerance','id':'a1','patient':{'reference':'Patient/p1'},"
				+ "'code':{'text':'It'},'reaction':[{" + MODIFIER + ",'substance':{'text':'Codeine'}}]}");

		assertThat(chart.allergies()).isEmpty();
		assertThat(chart.isComplete(Part.ALLERGIES)).isFalse();
	}

	@Test
	void usesNoReferenceRangeThatIsModified() {
		LabResult result = Fhir
			.chart(Fhir.lab("k1", "'referenceRange':[{" + MODIFIER + ",'low':{'value':3},'text':'3-5'}]"))
			.results()
			.get(0);

		assertThat(result.ranges()).singleElement().satisfies((range) -> {
			assertThat(range.type()).contains(ReportRange.LIMIT_UNREADABLE);
			assertThat(range.low()).isEmpty();
		});
	}

	@Test
	void readsAResultWhoseTextsAreTranslated() {
		String lab = "{'resourceType':'Observation','id':'k1','language':'de-CH','status':'final','_status':{'id':'s'},"
				+ "'subject':{'reference':'Patient/p1','display':'Erika','_display':" + TRANSLATED + "},"
				+ "'code':{'coding':[{'system':'http://loinc.org','code':'2823-3','display':'Kalium','_display':"
				+ TRANSLATED + "}],'text':'Kalium i. S.','_text':" + TRANSLATED + "},"
				+ "'effectiveDateTime':'2026-11-20','valueQuantity':{'value':3.1,'unit':'mmol/l','_unit':" + TRANSLATED
				+ "}}";

		Chart chart = Fhir.chart(lab);

		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
		assertThat(chart.results()).singleElement().satisfies((result) -> {
			assertThat(result.name()).isEqualTo("Kalium i. S.");
			assertThat(result.codes()).hasSize(1);
			assertThat(result.value().shown()).isEqualTo("3.1");
		});
	}

	@Test
	void namesNothingByATranslationAlone() {
		String problem = Fhir.problem("c1", "").replace("'text':'Migraine'", "'_text':" + TRANSLATED);
		String name = "'name':[{'_family':" + TRANSLATED + ",'given':['Erika'],'_given':[" + TRANSLATED + "]}]";
		Chart chart = BundleChart
			.from(Fhir.bytes(Fhir.page("{'resourceType':'Patient','id':'p1'," + name + "}", problem)));

		assertThat(chart.problems()).isEmpty();
		assertThat(chart.part(Part.PROBLEMS).unreadable()).extracting(Unreadable::why)
			.containsExactly(EntryReason.UNNAMED_PROBLEM.reason());
		assertThat(chart.patient().name()).isEqualTo("Erika");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'_effectiveDateTime':{'extension':[{'url':"
			+ "'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}" })
	void takesATimeThatIsOnlyExplainedForNone(String field) {
		Chart chart = Fhir.chart(Fhir.lab("k1", field));

		assertThat(chart.results()).singleElement().satisfies((result) -> assertThat(result.time()).isEmpty());
	}

	private static String with(String field, String resource) {
		return resource.substring(0, resource.length() - 1) + "," + field + "}";
	}

	private static int entries(Chart chart) {
		return chart.results().size() + chart.medicines().size() + chart.problems().size() + chart.orders().size()
				+ chart.studies().size() + chart.allergies().size();
	}

}
