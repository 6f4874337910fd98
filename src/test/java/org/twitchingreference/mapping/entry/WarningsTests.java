package org.twitchingreference.mapping.entry;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.mapping.json.FhirJson;

import static org.assertj.core.api.Assertions.assertThat;

class WarningsTests {

	private final FhirJson fhir = new FhirJson();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "information|'code':'informational'|NONE",
					"information|'diagnostics':'The list may be incomplete'|DOUBT",
					"information|'code':'incomplete'|DOUBT", "warning|'code':'processing'|DOUBT",
					"warning|'code':'not-found'|NONE_FOUND", "warning|'details':{'text':'No results found'}|NONE_FOUND",
					"warning|'details':{'text':'Some encounters could not be found'}|DOUBT",
					"warning|'details':{'coding':[{'code':'4101'}]}|NONE_FOUND",
					"warning|'details':{'coding':[{'code':'4119'}]}|DOUBT", "error|'code':'not-found'|DOUBT",
					"fatal|'code':'exception'|DOUBT", "unheard-of|'code':'exception'|DOUBT" })
	void weighsTheIssue(String severity, String fields, Warnings expected) {
		OperationOutcome outcome = (OperationOutcome) this.fhir.single(Fhir.bytes(Fhir.outcome(severity, fields)))
			.entries()
			.get(0)
			.resource();

		assertThat(Warnings.in(outcome)).isEqualTo(expected);
	}

}
