package org.twitchingreference.mapping.medicine;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Dosing;
import org.twitchingreference.chart.Dosing.Dose;
import org.twitchingreference.chart.Dosing.IngredientStrength;
import org.twitchingreference.chart.Dosing.PeriodUnit;
import org.twitchingreference.chart.DosingReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.clinical.ReasonCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Which dosages say how much is taken, and which are left unclear. */
class DosingMappingTests {

	private static final String AMOUNT = "'doseAndRate':[{'doseQuantity':{'value':300,'unit':'mg'}}]";

	private static final String TWICE_A_DAY = "'timing':{'repeat':{'frequency':2,'period':1,'periodUnit':'d'}}";

	@Test
	void readsAnAmountAndItsRhythm() {
		Dose dose = stated("{" + TWICE_A_DAY + "," + AMOUNT + "}").doses().get(0);

		assertThat(dose.amount()).isEqualByComparingTo("300");
		assertThat(dose.unit().text()).isEqualTo("mg");
		assertThat(dose.frequency()).isEqualTo(new Dosing.Frequency(2, BigDecimal.ONE, PeriodUnit.DAY));
		assertThat(dose.asNeeded()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "'frequency':1,'period':8,'periodUnit':'h'|1|8|HOUR", "'period':1,'periodUnit':'d'|1|1|DAY",
					"'frequency':3,'period':1,'periodUnit':'wk'|3|1|WEEK",
					"'frequency':1,'period':1.5,'periodUnit':'d'|1|1.5|DAY",
					"'count':10,'frequency':2,'period':1,'periodUnit':'d'|2|1|DAY",
					"'boundsPeriod':{'start':'2026'},'frequency':2,'period':1,'periodUnit':'d'|2|1|DAY",
					"'frequency':2,'period':1,'periodUnit':'d','timeOfDay':['08:00:00','20:00:00']|2|1|DAY",
					"'frequency':2,'period':1,'periodUnit':'d','when':['MORN','NIGHT']|2|1|DAY" })
	void readsAFrequency(String repeat, int times, BigDecimal period, PeriodUnit unit) {
		Dose dose = stated("{'timing':{'repeat':{" + repeat + "}}," + AMOUNT + "}").doses().get(0);

		assertThat(dose.frequency().times()).isEqualTo(times);
		assertThat(dose.frequency().period()).isEqualByComparingTo(period);
		assertThat(dose.frequency().unit()).isEqualTo(unit);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'repeat':{'frequency':2}}", "{'repeat':{'frequency':2,'period':1}}",
			"{'repeat':{'frequency':2,'period':0,'periodUnit':'d'}}",
			"{'repeat':{'frequency':101,'period':1,'periodUnit':'d'}}",
			"{'repeat':{'frequency':2,'period':1,'periodUnit':'min'}}",
			"{'repeat':{'frequency':2,'period':1,'periodUnit':'mo'}}",
			"{'repeat':{'frequency':2,'frequencyMax':3,'period':1,'periodUnit':'d'}}",
			"{'repeat':{'frequency':2,'period':1,'periodMax':2,'periodUnit':'d'}}",
			"{'repeat':{'frequency':1,'period':1,'periodUnit':'d','dayOfWeek':['mon']}}",
			"{'repeat':{'frequency':1,'period':1,'periodUnit':'d','when':['MORN','NIGHT']}}",
			"{'repeat':{'frequency':1,'period':1,'periodUnit':'d','timeOfDay':['08:00:00','20:00:00']}}",
			"{'event':['2026-11-22'],'repeat':{'frequency':1,'period':1,'periodUnit':'d'}}",
			"{'code':{'text':'BID'}}" })
	void leavesAnyOtherRhythmUnclear(String timing) {
		assertThat(why("{'timing':" + timing + "," + AMOUNT + "}")).isEqualTo(DosingReason.NO_REGULAR_RHYTHM);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'text':'300 mg twice a day'", "'doseAndRate':[{'doseQuantity':{'value':0,'unit':'mg'}}]",
			"'doseAndRate':[{'doseQuantity':{'value':-300,'unit':'mg'}}]",
			"'doseAndRate':[{'doseQuantity':{'unit':'mg'}}]",
			"'doseAndRate':[{'doseQuantity':{'value':300,'comparator':'<','unit':'mg'}}]",
			"'doseAndRate':[{'doseRange':{'low':{'value':300},'high':{'value':600}}}]",
			"'doseAndRate':[{'doseQuantity':{'value':300,'unit':'mg'},'rateQuantity':{'value':1,'unit':'mg/h'}}]",
			"'doseAndRate':[{'doseQuantity':{'value':300,'unit':'mg'}},{'doseQuantity':{'value':600,'unit':'mg'}}]" })
	void leavesAnythingButOneAmountUnclear(String fields) {
		assertThat(why("{" + TWICE_A_DAY + "," + fields + "}")).isEqualTo(DosingReason.NO_SINGLE_AMOUNT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "'asNeededBoolean':true|true",
			"'asNeededBoolean':false|false", "'asNeededCodeableConcept':{'text':'pain'}|true" })
	void saysWhatIsOnlyTakenAsNeeded(String field, boolean asNeeded) {
		assertThat(stated("{" + field + "," + TWICE_A_DAY + "," + AMOUNT + "}").doses()).extracting(Dose::asNeeded)
			.containsExactly(asNeeded);
	}

	@Test
	void takesDosesOfTheSameSequenceTogether() {
		String dosage = "{'sequence':1," + TWICE_A_DAY + "," + AMOUNT + "}";

		assertThat(stated(dosage + "," + dosage).doses()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "|", "'sequence':1,|'sequence':2,", "'sequence':1,|" })
	void doesNotAddDosesThatMayFollowEachOther(String one, String other) {
		String rest = TWICE_A_DAY + "," + AMOUNT + "}";
		String dosages = "{" + ((one != null) ? one : "") + rest + ",{" + ((other != null) ? other : "") + rest;

		assertThat(why(dosages)).isEqualTo(DosingReason.SEVERAL_DOSAGES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'modifierExtension':[{'url':'x','valueBoolean':true}]",
			"'maxDosePerPeriod':{'numerator':{'value':600},'denominator':{'value':1}}" })
	void leavesALimitedOrModifiedDoseUnclear(String field) {
		assertThat(why("{" + field + "," + TWICE_A_DAY + "," + AMOUNT + "}")).isIn(DosingReason.DOSAGE_MODIFIED,
				DosingReason.DOSE_LIMITED);
	}

	@Test
	void saysWhenThereIsNoDosage() {
		assertThat(why("")).isEqualTo(DosingReason.NO_DOSAGE);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "gabapentin 300 MG Oral Capsule|300", "GABAPENTIN 300MG CAPS|300",
			"24 HR gabapentin 0.5 mg Extended Release Oral Tablet|0.5" })
	void readsAStrengthFromTheName(String name, BigDecimal milligrams) {
		assertThat(named(name).strengths()).singleElement()
			.satisfies((strength) -> assertThat(strength.amount()).isEqualByComparingTo(milligrams));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gabapentin", "gabapentin 50 MG/ML Oral Solution", "gabapentin 250 mg per 5 mL",
			"Hydrocodone 5 MG / Acetaminophen 325 MG Oral Tablet", "gabapentin 1,200 mg", "gabapentin 300 mcg",
			"gabapentin 300" })
	void readsNoStrengthFromAnyOtherName(String name) {
		assertThat(named(name).strengths()).isEmpty();
	}

	@Test
	void readsTheStrengthOfTheOnlyActiveIngredient() {
		String ingredient = "{'itemCodeableConcept':{'text':'x'},'strength':{'numerator':{'value':400,'unit':'mg'},"
				+ "'denominator':{'value':1,'unit':'capsule'}}}";
		String inactive = "{'isActive':false,'itemCodeableConcept':{'text':'starch'}}";

		assertThat(contained(ingredient + "," + inactive).strengths()).extracting(IngredientStrength::amount)
			.containsExactly(BigDecimal.valueOf(400));
		assertThat(contained(ingredient + "," + ingredient).strengths()).isEmpty();
	}

	private static Dosing.Stated stated(String dosages) {
		return (Dosing.Stated) dosing("'medicationCodeableConcept':{'text':'Drug'}", dosages);
	}

	private static ReasonCode why(String dosages) {
		return ((Dosing.Unclear) dosing("'medicationCodeableConcept':{'text':'Drug'}", dosages)).why().code();
	}

	private static Dosing.Stated named(String name) {
		return (Dosing.Stated) dosing("'medicationCodeableConcept':{'text':'" + name + "'}",
				"{" + TWICE_A_DAY + "," + AMOUNT + "}");
	}

	private static Dosing.Stated contained(String ingredients) {
		return (Dosing.Stated) dosing(
				"'medicationReference':{'reference':'#d'},'contained':[{'resourceType':'Medication','id':'d',"
						+ "'code':{'text':'Drug'},'ingredient':[" + ingredients + "]}]",
				"{" + TWICE_A_DAY + "," + AMOUNT + "}");
	}

	private static Dosing dosing(String medicine, String dosages) {
		String instruction = dosages.isEmpty() ? "" : ",'dosageInstruction':[" + dosages + "]";
		return Fhir.chart(Fhir.order("m1", "'status':'active'," + medicine + instruction)).medicines().get(0).dosing();
	}

}
