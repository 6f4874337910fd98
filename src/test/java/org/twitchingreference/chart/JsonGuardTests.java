package org.twitchingreference.chart;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonGuardTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "{'value':1e999999999}|{'value':'?????????'}",
					"{'value':-2.5E+99999,'a':1}|{'value':'?????????','a':1}",
					"{'value':'1e999999999'}|{'value':'???????????'}",
					"{'a':'\\'','value':1e99999}|{'a':'\\'','value':'?????'}" })
	void takesOutNumbersThatNoHeapHolds(String json, String guarded) {
		JsonGuard guard = JsonGuard.over(Fhir.bytes(json));

		assertThat(guard.json()).asString(StandardCharsets.UTF_8).isEqualTo(guarded.replace('\'', '"'));
		assertThat(guard.isSuspicious()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'value':1.5e-3,'code':'E11.65','id':'9e123456-1','x':[true,false,12]}",
			"{'note':'a null {} [['}", "{'a':'\\\\','b':[]}", "'unfinished", "", "'", "'\\" })
	void leavesTheRestAlone(String json) {
		JsonGuard guard = JsonGuard.over(Fhir.bytes(json));

		assertThat(guard.json()).isEqualTo(Fhir.bytes(json));
		assertThat(guard.isSuspicious()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'a':null}", "{'a':{ }}", "{'a':[\n[1]]}" })
	void reportsWhatAParserPassesOver(String json) {
		assertThat(JsonGuard.over(Fhir.bytes(json)).isSuspicious()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 101, 5000 })
	void takesOutEndlessNumbers(int digits) {
		String guarded = "{\"a\":\"" + "?".repeat(digits) + "\"}";

		assertThat(JsonGuard.over(Fhir.bytes("{'a':'" + "1".repeat(digits) + "'}")).json())
			.asString(StandardCharsets.UTF_8)
			.isEqualTo(guarded);
		assertThat(JsonGuard.over(Fhir.bytes("{'a':" + "1".repeat(digits + 2) + "}")).json())
			.asString(StandardCharsets.UTF_8)
			.isEqualTo(guarded);
	}

}
