package org.twitchingreference.mapping.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.mapping.json.FilteredJson.Document;
import org.twitchingreference.mapping.json.FilteredJson.PropertyFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FilteredJsonTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{'value':1e999999999}|{'value':'?'}", "{'value':-2.5E+99999,'a':1}|{'value':'?','a':1}",
					"{'value':'1e999999999'}|{'value':'?'}", "{'value':'.1e99999'}|{'value':'?'}",
					"{'a':'\\'','value':[1e99999]}|{'a':'\\'','value':['?']}" })
	void takesOutNumbersThatNoHeapHolds(String json, String kept) {
		assertThat(kept(json)).isEqualTo(kept.replace('\'', '"'));
	}

	@ParameterizedTest
	@ValueSource(ints = { 101, 5000 })
	void takesOutEndlessNumbers(int digits) {
		assertThat(kept("{'a':'" + "1".repeat(digits) + "','b':" + "1".repeat(digits) + "}"))
			.isEqualTo("{\"a\":\"?\",\"b\":\"?\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'value':0.0015,'code':'E11.65','id':'9e123456-1','x':[true,false,12]}",
			"{'value':4.10,'amount':1E-7,'other':12345678901234567890123}", "{'note':'a null {} [[ 1e99999'}",
			"{'a':'\\\\','b':[]}", "'text'", "7", "{'a':null}", "{'a':[[1]]}", "{'a':{}}" })
	void keepsTheRestAsItIs(String json) {
		assertThat(kept(json)).isEqualTo(json.replace('\'', '"'));
	}

	@Test
	void keepsOfEachObjectWhatIsAskedFor() {
		PropertyFilter names = (property) -> property.equals("name") ? PropertyFilter.ALL : null;
		PropertyFilter people = (property) -> property.equals("people") ? names : null;

		assertThat(FilteredJson
			.read(Fhir.bytes("{'a':{'people':1},'people':[{'name':{'a':1},'b':[{}]},{'c':1}],'z':7}"), people)
			.root()
			.toString()).isEqualTo("{\"people\":[{\"name\":{\"a\":1}},{}]}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{'a':{ }}|true", "{'a':[ [1]]}|true", "{}|true",
			"{'a':[],'b':'{} [['}|false", "{'a':null}|false", "{'a':[1,{'b':[2]}]}|false" })
	void reportsWhatAParserPassesOver(String json, boolean suspicious) {
		assertThat(read(json).suspicious()).isEqualTo(suspicious);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'unfinished", "'", "'\\", "{'a':1", "{'a':1}}", "{'a':1} 2", "<html>", "{a:1}" })
	void refusesWhatIsNotJson(String json) {
		assertThatExceptionOfType(UnusableBundleException.class).isThrownBy(() -> read(json))
			.withMessage("This is not JSON.")
			.withNoCause();
	}

	@Test
	void findsNothingInNothing() {
		assertThat(read("").root().isMissingNode()).isTrue();
	}

	private static String kept(String json) {
		return read(json).root().toString();
	}

	private static Document read(String json) {
		return FilteredJson.read(Fhir.bytes(json), PropertyFilter.ALL);
	}

}
