package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerLineTests {

	private static final LocalDate SINCE = LocalDate.of(2025, 11, 22);

	private final Texts texts = Samples.texts();

	@Test
	void saysHowMuchWasReadSinceWhen() {
		assertThat(line(ReadParts.problems(ReadOutcome.OK, 43, "", Optional.of(SINCE))))
			.isEqualTo("43 entries, asked for since 22 Nov 2025.");
		assertThat(line(ReadParts.problems(ReadOutcome.OK, 1, "", Optional.empty()))).isEqualTo("1 entry.");
	}

	@Test
	void saysNothingInTheChartOnlyOfWhatWasRead() {
		assertThat(line(ReadParts.problems(ReadOutcome.EMPTY, 0, "", Optional.empty())))
			.isEqualTo("Nothing in the chart.");
		assertThat(line(ReadParts.problems(ReadOutcome.REFUSED, 0, "The EHR refused it (403).", Optional.empty())))
			.isEqualTo("The EHR refused it (403).");
		assertThat(line(ReadParts.problems(ReadOutcome.PENDING, 0, "", Optional.empty())))
			.isEqualTo("Still being read.");
		assertThat(line(ReadParts.problems(ReadOutcome.FAILED, 0, "", Optional.empty()))).isEqualTo("Failed.");
	}

	@Test
	void saysWhatWasLeftOutAndWhyItIsNotAll() {
		QueryRead query = ReadParts.laboratory(new LeftOut(1, 2, 0, 0), 7, 43, 60);
		PartRead part = new PartRead(Part.LABORATORY, ReadOutcome.TRUNCATED, 40, 2, Found.why("There are more pages."),
				List.of(), Optional.empty(), List.of(query, query));

		assertThat(line(part)).isEqualTo("40 entries. 2 of another patient left out. 4 entered in error left out. "
				+ "14 under codes this reference does not know. There are more pages.");
	}

	private String line(PartRead part) {
		AssessedChart reading = Samples.reading().part(part).build();
		return LedgerLine.list(reading.chart(), this.texts)
			.stream()
			.filter((line) -> line.part().equals(this.texts.of("part", part.part())))
			.map(LedgerLine::what)
			.findFirst()
			.orElseThrow();
	}

}
