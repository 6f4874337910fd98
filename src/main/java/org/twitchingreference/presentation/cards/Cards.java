package org.twitchingreference.presentation.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.presentation.words.Days;
import org.twitchingreference.presentation.words.Texts;

/**
 * What the page shows of the findings: one card for each analyte or medicine, most urgent
 * first, and the red flags. Urgent ones are not repeated in the later lists.
 */
public record Cards(List<Card> all, List<FindingRow> allRedFlags) {

	public static Cards of(Assessment assessment, FindingRows findings, Days days, Texts texts) {
		List<TrendChart> trends = TrendChart.list(assessment, days, texts);
		List<Card.Growing> growing = new ArrayList<>();
		CriticalRow.list(assessment, days, texts).forEach((one) -> growing.add(new Card.Growing(one)));
		Stream.concat(findings.byCertainty().stream(), findings.allCautions().stream())
			.forEach((row) -> growing.stream()
				.filter((card) -> card.isAbout(row))
				.findFirst()
				.ifPresentOrElse((card) -> card.add(row), () -> growing.add(new Card.Growing(row))));
		return new Cards(growing.stream().map((card) -> card.with(trends)).sorted(Card.MOST_URGENT_FIRST).toList(),
				findings.allRedFlags());
	}

	public List<Card> urgent() {
		return this.all.stream().filter(Card::isUrgent).toList();
	}

	/** The supported causes that are not urgent. */
	public List<Card> supported() {
		return later().filter(Card::isCause).toList();
	}

	/** The supported causes among the urgent, by title. */
	public List<String> supportedAbove() {
		return urgent().stream().flatMap(Card::causes).toList();
	}

	/** The cautions that are not about anything else shown. */
	public List<Card> cautions() {
		return later().filter((card) -> !card.isCause()).toList();
	}

	public List<FindingRow> urgentFlags() {
		return this.allRedFlags.stream().filter(FindingRow::isUrgent).sorted(FindingRow.MOST_URGENT_FIRST).toList();
	}

	public List<FindingRow> redFlags() {
		return this.allRedFlags.stream()
			.filter((flag) -> !flag.isUrgent())
			.sorted(FindingRow.MOST_URGENT_FIRST)
			.toList();
	}

	private Stream<Card> later() {
		return this.all.stream().filter((card) -> !card.isUrgent());
	}

}
