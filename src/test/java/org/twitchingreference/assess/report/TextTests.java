package org.twitchingreference.assess.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.MessageBundle;
import org.twitchingreference.presentation.words.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** How the text is worded. */
class TextTests {

	@Test
	void wrapsWithoutBreakingWords() {
		Page page = new Page();
		page.item("word ".repeat(30), List.of("more ".repeat(30), ""));

		assertThat(page.toString().lines()).hasSize(4)
			.allMatch((line) -> line.length() < 100)
			.noneMatch((line) -> line.endsWith(" "));
		assertThat(page.toString()).startsWith("- word word").contains("\n  word", "\n  more more");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-19,2026-11-19,2026-11-19", "2026-11-01,2026-11-30,2026-11", "2024-01-01,2024-12-31,2024",
			"2026-11-01,2026-11-15,2026-11-01/2026-11-15" })
	void writesTimesAsPreciselyAsTheyAreKnown(LocalDate first, LocalDate last, String iso) {
		ChartTime time = new ChartTime(Instant.EPOCH, Instant.EPOCH, first, last);

		assertThat(IsoDates.of(time)).isEqualTo(iso);
	}

	@Test
	void countsOnlyVerifiedSourcesAsSupport() {
		SourceText sources = new SourceText(new Texts(MessageBundle.messages()));
		SourceRow claim = source("S28", "MS can cause twitches", Support.DOCUMENT);
		SourceRow read = source("C02", "NICE. NG127, 2019", Support.VERIFIED_SECONDARY);
		SourceRow unread = source("C99", "Somebody 2001", Support.NOT_VERIFIED);

		assertThat(sources.of(List.of(claim))).isEqualTo("A claim of the source document: S28.");
		assertThat(sources.of(List.of(claim, read, unread)))
			.isEqualTo("Source: C02. The source document: S28. Source not yet verified: C99.");
		assertThat(sources.all()).containsExactly("C02, verified in a secondary copy: NICE. NG127, 2019.",
				"C99, source not yet verified: Somebody 2001.", "S28, the document's claim: MS can cause twitches.");
	}

	private static SourceRow source(String id, String text, Support support) {
		return new SourceRow(id, text, "", "", "", support);
	}

}
