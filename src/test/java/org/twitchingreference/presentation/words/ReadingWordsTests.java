package org.twitchingreference.presentation.words;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;

import static org.assertj.core.api.Assertions.assertThat;

/** How the reading of a chart went, in words. */
class ReadingWordsTests {

	private final ReasonWords words = new ReasonWords(MessageBundle.messages());

	@ParameterizedTest
	@MethodSource("codes")
	void saysEveryCodeWithAllOfItsArguments(ReasonCode code) {
		List<Object> arguments = Collections.nCopies(code.parameters().size(), 7);

		assertThat(this.words.of(new Reason(code, arguments))).isNotBlank().doesNotContain("{", "}", "''");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					EHR_REFUSED | 403 | The EHR refused the problem list (403). The app may lack the scope for Condition; ask health-IT.
					EHR_REFUSED | 0 | The EHR refused the problem list. The app may lack the scope for Condition; ask health-IT.
					""")
	void saysTheStatusWhereThereIsOne(ReadReason code, int status, String words) {
		assertThat(this.words.of(code.reason(Part.PROBLEMS, status, "Condition"))).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "1, One entry could not be understood.", "4321, 4321 entries could not be understood." })
	void countsWhatWasNotUnderstood(int count, String words) {
		assertThat(this.words.of(ReadReason.ENTRIES_NOT_UNDERSTOOD.reason(count))).isEqualTo(words);
	}

	static Stream<ReasonCode> codes() {
		return Stream.concat(Stream.of(ReadReason.values()), Stream.of(QueryScope.values()));
	}

}
