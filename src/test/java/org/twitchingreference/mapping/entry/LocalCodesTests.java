package org.twitchingreference.mapping.entry;

import java.util.List;
import java.util.Map;

import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.CodeMap;
import org.twitchingreference.fhir.CodeMap.LocalCode;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.mapping.result.LabResultMapping;

import static org.assertj.core.api.Assertions.assertThat;

class LocalCodesTests {

	private static final String LAB = "urn:oid:1.2.3.4";

	private static final Code POTASSIUM = new Code("http://loinc.org", "2823-3");

	private static final Code LOCAL_POTASSIUM = new Code(LAB, "K");

	private final LocalCodes codes = new LocalCodes(new CodeMap(Map.of(new LocalCode(LAB, "K"), "2823-3",
			new LocalCode(LAB, "KP"), "2823-3", new LocalCode(LAB, "NA"), "2951-2")));

	@Test
	void addsTheLoincCodeToTheResultsOwn() {
		LabResult result = only(result("'text':'Kalium i.S.','coding':[{'system':'%s','code':'K'}]"));

		assertThat(result.codes()).containsExactly(LOCAL_POTASSIUM, POTASSIUM);
		assertThat(result.name()).isEqualTo("Kalium i.S. (= LOINC 2823-3)");
	}

	@Test
	void codesTheComponentsOfAPanel() {
		String panel = "{'resourceType':'Observation','id':'e1','status':'final','subject':{'reference':'Patient/p1'},"
				+ "'code':{'text':'Electrolytes'},'component':[{'code':{'coding':[{'system':'" + LAB
				+ "','code':'NA'}]},'valueQuantity':{'value':140}}]}";

		assertThat(only(panel).codes()).contains(new Code("http://loinc.org", "2951-2"));
	}

	@Test
	void leavesAResultWithTheSameLoincCodeAsItIs() {
		LabResult result = only(result(
				"'coding':[{'system':'%s','code':'K','display':'K'},{'system':'http://loinc.org','code':'2823-3'}]"));

		assertThat(result.codes()).containsExactly(LOCAL_POTASSIUM, POTASSIUM);
		assertThat(result.name()).isEqualTo("K");
	}

	@Test
	void usesNoResultThatSaysAnotherLoincCode() {
		assertUnused(result("'coding':[{'system':'%s','code':'K'},{'system':'http://loinc.org','code':'2951-2'}]"));
	}

	@Test
	void usesNoResultWhoseLocalCodesStandForDifferentThings() {
		assertUnused(result("'coding':[{'system':'%1$s','code':'K'},{'system':'%1$s','code':'NA'}]"));
	}

	@Test
	void guessesNoCode() {
		LabResult other = only(result("'text':'K','coding':[{'system':'urn:oid:9','code':'K'},{'code':'K'}]"));
		LabResult lowerCase = only(result("'text':'K','coding':[{'system':'%s','code':'k'}]"));

		assertThat(other.codes()).doesNotContain(POTASSIUM);
		assertThat(lowerCase.codes()).doesNotContain(POTASSIUM);
	}

	@Test
	void makesNoUnitGuessable() {
		LabResult bare = only(result("'coding':[{'system':'%s','code':'K'}]"));

		assertThat(bare.value())
			.isEqualTo(Fhir.chart(Fhir.lab("k1", "'valueQuantity':{'value':3.1}")).results().get(0).value());
	}

	@Test
	void changesNothingWithoutAMap() {
		BundlePage page = page(result("'coding':[{'system':'%s','code':'K'}]"));

		assertThat(new LocalCodes(CodeMap.NONE).addTo(page)).isSameAs(page);
	}

	@Test
	void asksByEveryLocalCodeToo() {
		assertThat(this.codes.with(List.of(POTASSIUM, new Code("http://snomed.info/sct", "2823-3"))))
			.containsExactlyInAnyOrder(POTASSIUM, new Code("http://snomed.info/sct", "2823-3"), LOCAL_POTASSIUM,
					new Code(LAB, "KP"));
	}

	private void assertUnused(String observation) {
		BundlePage page = this.codes.addTo(page(observation));

		assertThat(page.entries()).isEmpty();
		assertThat(page.unreadable())
			.containsExactly(new Unreadable("Observation/k1", EntryReason.CONTRADICTED_CODE.reason()));
		assertThat(page.matches()).isEqualTo(1);
	}

	private LabResult only(String observation) {
		BundleEntry entry = this.codes.addTo(page(observation)).entries().get(0);
		MappingResult<LabResult> mapped = new MappingResult<>();
		PartEntries part = new PartEntries(Part.LABORATORY, List.of(entry), List.of());
		new LabResultMapping(new ChartPatient("p1", "", ""), part).map((Observation) entry.resource(),
				entry.reference(), mapped);
		assertThat(mapped.values()).hasSize(1);
		return mapped.values().get(0);
	}

	private static BundlePage page(String observation) {
		return new FhirJson().bundle(Fhir.bytes(Fhir.page(observation)));
	}

	private static String result(String code) {
		return "{'resourceType':'Observation','id':'k1','status':'final','subject':{'reference':'Patient/p1'},'code':{"
				+ code.formatted(LAB) + "},'valueQuantity':{'value':3.1}}";
	}

}
