package org.twitchingreference.mapping;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.chart.Chart;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.mapping.element.ChartTimes;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemMappingTests {

	@ParameterizedTest
	@CsvSource({ "active,true", "recurrence,true", "relapse,true", "inactive,false", "remission,false",
			"resolved,false" })
	void mapsTheClinicalStatus(String code, boolean active) {
		assertThat(problem("'clinicalStatus':{'coding':[{'code':'" + code + "'}]}").active()).isEqualTo(active);
	}

	@Test
	void takesAProblemWithoutStatusForActiveUntilItAbated() {
		assertThat(problem("").active()).isTrue();
		assertThat(problem("'abatementString':'last year'").active()).isFalse();
		assertThat(problem("'clinicalStatus':{'text':'Active'}").active()).isTrue();
	}

	@Test
	void namesAProblemWhoseStatusIsNotUnderstood() {
		Chart chart = Fhir.chart(Fhir.problem("c1", "'clinicalStatus':{'coding':[{'code':'local-7'}]}"));

		assertThat(chart.problems()).isEmpty();
		assertThat(chart.isComplete(Part.PROBLEMS)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "refuted", "entered-in-error" })
	void leavesOutWhatIsNotSo(String code) {
		Chart chart = Fhir.chart(Fhir.problem("c1", "'verificationStatus':{'coding':[{'code':'" + code + "'}]}"));

		assertThat(chart.problems()).isEmpty();
		assertThat(chart.isComplete(Part.PROBLEMS)).isTrue();
	}

	@Test
	void tellsConfirmedFromSuspected() {
		assertThat(problem("").confirmed()).isTrue();
		assertThat(problem("'verificationStatus':{'coding':[{'code':'confirmed'}]}").confirmed()).isTrue();
		assertThat(problem("'verificationStatus':{'coding':[{'code':'provisional'}]}").confirmed()).isFalse();
	}

	@Test
	void takesTheRecordedDateBeforeTheOnset() {
		assertThat(problem("'onsetPeriod':{'start':'2020'}").recorded()).isEqualTo(ChartTimes.of("2020"));
		assertThat(problem("'onsetDateTime':'2020','recordedDate':'2021-05-06'").recorded())
			.isEqualTo(ChartTimes.of("2021-05-06"));
	}

	private static Problem problem(String fields) {
		return Fhir.chart(Fhir.problem("c1", fields)).problems().get(0);
	}

}
