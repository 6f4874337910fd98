package org.twitchingreference.presentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.chart.QueryRead.Way;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerLineTests {

	private static final LocalDate SINCE = LocalDate.of(2025, 11, 22);

	private final Texts texts = Samples.texts();

	@Test
	void saysHowMuchWasReadSinceWhen() {
		assertThat(line(read(ReadOutcome.OK, 43, "", Optional.of(SINCE))))
			.isEqualTo("43 entries, asked for since 22 Nov 2025.");
		assertThat(line(read(ReadOutcome.OK, 1, "", Optional.empty()))).isEqualTo("1 entry.");
	}

	@Test
	void saysNothingInTheChartOnlyOfWhatWasRead() {
		assertThat(line(read(ReadOutcome.EMPTY, 0, "", Optional.empty()))).isEqualTo("Nothing in the chart.");
		assertThat(line(read(ReadOutcome.REFUSED, 0, "The EHR refused it (403).", Optional.empty())))
			.isEqualTo("The EHR refused it (403).");
		assertThat(line(read(ReadOutcome.PENDING, 0, "", Optional.empty()))).isEqualTo("Still being read.");
		assertThat(line(read(ReadOutcome.FAILED, 0, "", Optional.empty()))).isEqualTo("Failed.");
	}

	@Test
	void saysWhatWasLeftOutAndWhyItIsNotAll() {
		QueryRead query = query(new LeftOut(1, 2, 0, 0), 7, 43, 60);
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

	private static PartRead read(ReadOutcome outcome, int entries, String why, Optional<LocalDate> since) {
		return new PartRead(Part.PROBLEMS, outcome, entries, 1, Found.why(why), List.of(), since, List.of());
	}

	private static QueryRead query(LeftOut leftOut, int unrecognised, int delivered, int announced) {
		return new QueryRead(Found.stated("laboratory results by code"), "Observation", Way.FALLBACK,
				ReadOutcome.TRUNCATED, 200, 2, delivered, announced, leftOut, unrecognised, List.of("4119"), 3, true,
				12_300, 250);
	}

}
