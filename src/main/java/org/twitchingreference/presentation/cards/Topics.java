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
public record Topics(List<Topic> all, List<Card> allRedFlags) {

	public static Topics of(Assessment assessment, Findings findings, Days days, Texts texts) {
		List<TrendChart> trends = TrendChart.list(assessment, days, texts);
		List<Topic.Growing> growing = new ArrayList<>();
		CriticalRow.list(assessment, days, texts).forEach((one) -> growing.add(new Topic.Growing(one)));
		Stream.concat(findings.byCertainty().stream(), findings.allCautions().stream())
			.forEach((card) -> growing.stream()
				.filter((topic) -> topic.isAbout(card))
				.findFirst()
				.ifPresentOrElse((topic) -> topic.add(card), () -> growing.add(new Topic.Growing(card))));
		return new Topics(growing.stream().map((topic) -> topic.with(trends)).sorted(Topic.MOST_URGENT_FIRST).toList(),
				findings.allRedFlags());
	}

	public List<Topic> urgent() {
		return this.all.stream().filter(Topic::isUrgent).toList();
	}

	/** The supported causes that are not urgent. */
	public List<Topic> supported() {
		return later().filter(Topic::isCause).toList();
	}

	/** The supported causes among the urgent, by title. */
	public List<String> supportedAbove() {
		return urgent().stream().flatMap(Topic::causes).toList();
	}

	/** The cautions that are not about anything else shown. */
	public List<Topic> cautions() {
		return later().filter((topic) -> !topic.isCause()).toList();
	}

	public List<Card> urgentFlags() {
		return this.allRedFlags.stream().filter(Card::isUrgent).sorted(Card.MOST_URGENT_FIRST).toList();
	}

	public List<Card> redFlags() {
		return this.allRedFlags.stream().filter((flag) -> !flag.isUrgent()).sorted(Card.MOST_URGENT_FIRST).toList();
	}

	private Stream<Topic> later() {
		return this.all.stream().filter((topic) -> !topic.isUrgent());
	}

}
