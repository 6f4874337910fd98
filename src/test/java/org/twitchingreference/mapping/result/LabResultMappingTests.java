package org.twitchingreference.mapping.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReportFlag;
import org.twitchingreference.chart.ReportRange;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.chart.ResultValue.Coded;
import org.twitchingreference.chart.ResultValue.Dated;
import org.twitchingreference.chart.ResultValue.Measured;
import org.twitchingreference.chart.ResultValue.Other;
import org.twitchingreference.chart.ValueReason;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Comparator;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.UnitText;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ChartTimes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class LabResultMappingTests {

	@Test
	void keepsTheValueAsWritten() {
		LabResult result = result("""
				'valueQuantity':{'value':3.10,'comparator':'<','unit':'mmol/l','system':'http://unitsofmeasure.org',
				'code':'mmol/L'}""");

		assertThat(result.value()).isEqualTo(new Measured(new BigDecimal("3.10"), Comparator.LESS,
				new UnitText("mmol/l", "http://unitsofmeasure.org", "mmol/L")));
		assertThat(result.name()).isEqualTo("Potassium");
		assertThat(result.codes()).containsExactly(new Code("http://loinc.org", "2823-3"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "'valueString':'3.1 or 3.2 mmol/L'|3.1 or 3.2 mmol/L|TEXT_NOT_NUMBER",
					"'valueString':'about 3.1'|about 3.1|TEXT_NOT_NUMBER",
					"'valueQuantity':{'unit':'mmol/L'}|mmol/L|NO_USABLE_NUMBER",
					"'valueQuantity':{'value':3,'comparator':'~'}|~3|COMPARATOR_NOT_UNDERSTOOD",
					"'valueQuantity':{'value':1e31}|``|NO_USABLE_NUMBER",
					"'valueRatio':{'numerator':{'value':1},'denominator':{'value':80}}|1 : 80|RATIO_NOT_NUMBER",
					"'valueRange':{'low':{'value':1},'high':{'value':2}}|1 – 2|RANGE_NOT_NUMBER",
					"'valueBoolean':true|true|NO_MEASURED_NUMBER",
					"'valueSampledData':{'data':'1 2'}|``|NO_MEASURED_NUMBER",
					"'dataAbsentReason':{'text':'hemolyzed'}|``|NO_VALUE_BECAUSE(hemolyzed)", "``|``|NO_VALUE" })
	void neverGuessesANumber(String field, String shown, String why) {
		assertThat(result(field).value())
			.isEqualTo(new Other(shown, why.contains("(") ? because(why) : ValueReason.valueOf(why).reason()));
	}

	@Test
	void keepsWhatMayBeThousandsAsDoubtful() {
		ResultValue value = result("'valueString':'>15,200 U/L'").value();

		assertThat(value.shown()).isEqualTo(">15,200");
		assertThat(value.isDoubtful()).isTrue();
		assertThat(value.whyNoNumber()).contains(ValueReason.MAY_BE_THOUSANDS.reason());
		assertThat(value.measured())
			.contains(new Measured(new BigDecimal("15200"), Comparator.GREATER, new UnitText("U/L", "", "")));
	}

	private static Reason because(String why) {
		int bracket = why.indexOf('(');
		return ValueReason.valueOf(why.substring(0, bracket)).reason(why.substring(bracket + 1, why.length() - 1));
	}

	@Test
	void keepsTheCodesOfAnAnswerAndTheTimeOfADate() {
		assertThat(result("'valueCodeableConcept':{'coding':[{'system':'s','code':'c'}],'text':'low'}").value())
			.isEqualTo(new Coded("low", List.of(new Code("s", "c"))));
		assertThat(result("'valueDateTime':'2026-12'").value())
			.isEqualTo(new Dated("2026-12", ChartTimes.of("2026-12")));
		assertThat(new Coded("", List.of()).whyNoNumber()).contains(ValueReason.CODED_NOT_NUMBER.reason());
		assertThat(new Dated("", Optional.empty()).whyNoNumber()).contains(ValueReason.DATE_NOT_NUMBER.reason());
	}

	@Test
	void takesAWholeNumberForACountAndNotForAnAmount() {
		assertThat(result("'valueInteger':3").value())
			.isEqualTo(new Measured(new BigDecimal(3), Comparator.EXACT, new UnitText("", UnitText.UCUM, "1")));
	}

	@ParameterizedTest
	@CsvSource({ "final,VALID", "amended,VALID", "corrected,VALID", "preliminary,PRELIMINARY", "registered,AWAITED",
			"cancelled,NOT_A_RESULT", "unknown,UNCLEAR", "Final,UNCLEAR" })
	void mapsTheStatus(String status, Status expected) {
		Chart chart = Fhir.chart(Fhir.lab("k1", "").replace("'final'", "'" + status + "'"));

		assertThat(chart.results()).extracting(LabResult::status).containsExactly(expected);
	}

	@Test
	void leavesOutWhatWasEnteredInError() {
		Chart chart = Fhir.chart(Fhir.lab("k1", "").replace("'final'", "'entered-in-error'"));

		assertThat(chart.results()).isEmpty();
		assertThat(chart.part(Part.LABORATORY).outcome()).isEqualTo(ReadOutcome.OK);
		assertThat(chart.isComplete(Part.LABORATORY)).isTrue();
	}

	@Test
	void takesTheEffectiveTimeBeforeTheIssued() {
		String issued = "'issued':'2026-01-02T00:00:00Z'";

		assertThat(result(issued).time()).isEqualTo(ChartTimes.of("2026-01-02T00:00:00Z"));
		assertThat(result("'effectiveDateTime':'2025-12'," + issued).time()).isEqualTo(ChartTimes.of("2025-12"));
		assertThat(result("'effectivePeriod':{'start':'2025','end':'2025-11-03'}," + issued).time())
			.isEqualTo(ChartTimes.of("2025-11-03"));
		assertThat(result("'effectiveDateTime':'yesterday'," + issued).time()).isEmpty();
	}

	@Test
	void readsTheReportsRanges() {
		ReportRange range = range("""
				'low':{'value':3.5,'unit':'mmol/L'},'high':{'value':5.1},'text':'3.5 - 5.1',
				'type':{'coding':[{'code':'normal'}]},'appliesTo':[{'text':'Pregnant'}],
				'age':{'low':{'value':216,'code':'mo'}}""");

		assertThat(range.low()).contains(new ReportRange.Limit(new BigDecimal("3.5"), new UnitText("mmol/L", "", "")));
		assertThat(range.high()).map((limit) -> limit.unit().isMissing()).contains(true);
		assertThat(range.type()).containsExactly("normal");
		assertThat(range.appliesTo()).extracting(ReportRange.Population::shown).containsExactly("Pregnant");
		assertThat(range.ageFrom()).hasValueSatisfying((age) -> assertThat(age).isEqualByComparingTo("18"));
		assertThat(range.ageTo()).isEmpty();
		assertThat(range.text()).isEqualTo("3.5 - 5.1");
	}

	@Test
	void namesWhatOfARangeCannotBeRead() {
		ReportRange age = range("'low':{'value':1},'age':{'high':{'value':9,'code':'moons'}}");
		ReportRange limit = range("'low':{'unit':'mmol/L'},'high':{'value':5.1}");

		assertThat(age.type()).containsExactly(ReportRange.AGE_UNREADABLE);
		assertThat(limit.type()).containsExactly(ReportRange.LIMIT_UNREADABLE);
		assertThat(limit.high()).isEmpty();
	}

	@Test
	void readsOnlyInterpretationsOfTheStandard() {
		LabResult result = result("""
				'interpretation':[{'coding':[{'code':'ll'},{'system':'http://local.example','code':'H'},
				{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation','code':'L'}]}]""");

		assertThat(result.flags()).extracting(ReportFlag::codes).containsExactly(Set.of("ll", "L"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "3.1 mmol/L|3.1|mmol/L", "GT 6.5 mmol/L|>6.5|mmol/L", "< 0.01 mIU/L|<0.01|mIU/L",
					"3,1 mmol/l|3.1|mmol/l", "0,005 mIU/L|0.005|mIU/L", "\u2265 10 g/dL|>=10|g/dL" })
	void readsATextThatIsOneAmount(String text, String shown, String unit) {
		assertThat(result("'valueString':'" + text + "'").value()).isInstanceOfSatisfying(Measured.class,
				(measured) -> {
					assertThat(measured.shown()).isEqualTo(shown);
					assertThat(measured.unit().shown()).isEqualTo(unit);
				});
	}

	@Test
	void keepsWhomAnObservationIsAbout() {
		assertThat(result("'focus':[{'reference':'Patient/fetus','display':'fetus'}]").about()).contains("fetus");
		assertThat(result("'focus':[{'reference':'Patient/fetus'}]").about()).contains("");
		assertThat(result("'focus':[{'reference':'Specimen/s'}]").about()).isEmpty();
	}

	@Test
	void makesAResultOfEveryResultThatAPanelContains() {
		Chart chart = Fhir.chart(Fhir.lab("panel",
				"""
						'effectiveDateTime':'2026-11-20','hasMember':[{'reference':'#k'},{'reference':'#na'},{'reference':'#mg'},
						{'reference':'Observation/apart'}],
						'contained':[{'resourceType':'Observation','id':'k','status':'final','code':{'text':'Potassium'},
						'valueQuantity':{'value':3}},{'resourceType':'Observation','id':'na','status':'preliminary',
						'effectiveDateTime':'2026-11-19','code':{'text':'Sodium'},'valueQuantity':{'value':140}},
						{'resourceType':'Observation','id':'mg','status':'entered-in-error','code':{'text':'Magnesium'},
						'valueQuantity':{'value':1}},{'resourceType':'Observation','id':'ca','status':'final',
						'code':{'text':'Calcium'},'valueQuantity':{'value':2}}]"""));

		assertThat(chart.results()).extracting(LabResult::reference)
			.containsExactly("Observation/panel#k", "Observation/panel#na", "Observation/panel#ca");
		assertThat(chart.results()).extracting(LabResult::status)
			.containsExactly(LabResult.Status.VALID, LabResult.Status.PRELIMINARY, LabResult.Status.VALID);
		assertThat(chart.results()).extracting((result) -> result.time().orElseThrow().firstDay().getDayOfMonth())
			.containsExactly(20, 19, 20);
		assertThat(chart.isComplete(Part.LABORATORY)).isFalse();
	}

	@Test
	void takesAPanelOfMembersWithoutAValueForNoResult() {
		Chart chart = Fhir.chart(Fhir.lab("panel", "'hasMember':[{'reference':'Observation/apart'}]"));

		assertThat(chart.results()).isEmpty();
	}

	@Test
	void namesAMemberWithAModifier() {
		Chart chart = Fhir.chart(Fhir.lab("panel", """
				'hasMember':[{'reference':'#k'}],'contained':[{'resourceType':'Observation','id':'k','status':'final',
				'modifierExtension':[{'url':'http://example.org/not','valueBoolean':true}],'code':{'text':'Potassium'},
				'valueQuantity':{'value':3}}]"""));

		assertThat(chart.results()).isEmpty();
		assertThat(chart.part(Part.LABORATORY).unreadable()).extracting(PartRead.Unreadable::reference)
			.containsExactly("Observation/panel#k");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "'event':['2026-11-20']|true",
			"'event':['2026-11-20','2026-11-21']|false", "'code':{'text':'daily'}|false" })
	void takesATimingForATimeOnlyWhereItIsOne(String timing, boolean dated) {
		Chart chart = Fhir.chart(Fhir.lab("k1", "'effectiveTiming':{" + timing + "},'issued':'2026-11-22T10:00:00Z'"));

		assertThat(chart.results()).singleElement()
			.satisfies((result) -> assertThat(result.time().isPresent()).isEqualTo(dated));
	}

	@Test
	void makesAResultOfEveryComponent() {
		Chart chart = Fhir.chart(Fhir.lab("bp", """
				'component':[{'code':{'text':'Potassium'},'valueQuantity':{'value':3}},{'code':{'text':'Nothing'}},
				{'code':{'text':'Sodium'},'valueQuantity':{'value':140}}]"""));

		assertThat(chart.results()).extracting(LabResult::reference)
			.containsExactly("Observation/bp#component-1", "Observation/bp#component-3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'modifierExtension':[{'url':'http://x.example','valueBoolean':true}]",
			"'valueQuantity':{'value':'abc'}", "'valueQuantity':{'value':3,'comparator':{}}", "'valueQuantity':{}",
			"'valueQuantity':{'value':1e999999999}", "'valueQuantity':{'value':'1e999999999'}",
			"'valueQuantity':[{'value':1},{'value':2}]", "'valueMoney':{'value':1}" })
	void neverUsesADamagedResult(String field) {
		Chart chart = Fhir.chart(Fhir.lab("k1", field), Fhir.lab("k2", ""));

		assertThat(chart.results()).extracting(LabResult::reference).containsExactly("Observation/k2");
		assertThat(chart.part(Part.LABORATORY).unreadable()).extracting(PartRead.Unreadable::reference)
			.containsExactly("Observation/k1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'referenceRange':[{'low':{'value':''}}]", "'referenceRange':[[]]", "'interpretation':{}",
			"'component':[[]]" })
	void keepsTheRestOfADamagedResultWithoutUsingIt(String field) {
		Chart chart = Fhir.chart(Fhir.lab("k1", field), Fhir.lab("k2", ""));

		assertThat(chart.results()).extracting(LabResult::reference, LabResult::status)
			.containsExactly(tuple("Observation/k1", Status.DAMAGED), tuple("Observation/k2", Status.VALID));
		assertThat(chart.part(Part.LABORATORY).unreadable()).extracting(PartRead.Unreadable::reference)
			.containsExactly("Observation/k1");
		assertThat(chart.part(Part.LABORATORY).entries()).isEqualTo(2);
	}

	@Test
	void mindsNoDamageInFieldsThatAreNotRead() {
		assertThat(Fhir.chart(Fhir.lab("k1", "'text':{},'identifier':5,'note':null,'extension':[{}]")).results())
			.hasSize(1);
	}

	@Test
	void boundsAndCleansWhatIsShown() {
		String name = "<script>\\u0000\\u202e" + "x".repeat(5000);
		LabResult result = Fhir.chart(Fhir.lab("k1", "").replace("'Potassium'", "'" + name + "'")).results().get(0);

		assertThat(result.name()).hasSize(ChartText.NAME).startsWith("<script> xx").endsWith("x…");
	}

	@Test
	void keepsTheDayWhereItWasWritten() {
		assertThat(result("'effectiveDateTime':'2026-03-01T23:30:00-05:00'").time()).map(ChartTime::firstDay)
			.hasToString("Optional[2026-03-01]");
	}

	private static LabResult result(String fields) {
		return Fhir.chart(Fhir.lab("k1", fields)).results().get(0);
	}

	private static ReportRange range(String fields) {
		return result("'referenceRange':[{" + fields + "}]").ranges().get(0);
	}

}
