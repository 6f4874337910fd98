package org.twitchingreference.presentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;

/**
 * What the chart points to. What is urgent comes first and is in none of the later lists;
 * {@code supportedAbove} names the supported causes among it.
 */
record Findings(List<Card> urgent, List<Card> supported, List<String> supportedAbove, List<Card> redFlags,
		List<Card> cautions) {

	public boolean isNoneSupported() {
		return this.supported.isEmpty() && this.supportedAbove.isEmpty();
	}

	static Findings of(Assessment assessment, EvidenceLines lines, Texts texts) {
		List<Card> causes = met(assessment).map((cause) -> Card.of(cause, lines, texts)).toList();
		List<Card> flags = assessment.redFlags().stream().map((flag) -> Card.redFlag(flag, lines, texts)).toList();
		List<Card> cautions = assessment.cautions()
			.stream()
			.map((caution) -> Card.caution(caution, lines, texts))
			.toList();
		List<Card> urgent = Stream.of(cautions, flags, causes)
			.flatMap(Collection::stream)
			.filter(Card::isUrgent)
			.sorted(Card.MOST_URGENT_FIRST)
			.toList();
		List<String> above = causes.stream().filter(Card::isUrgent).map(Card::title).toList();
		return new Findings(urgent, later(causes), above, later(flags), later(cautions));
	}

	/** The supported causes, most urgent first, then those with the better evidence. */
	static Stream<CauseFinding> met(Assessment assessment) {
		return with(assessment, Verdict.MET).sorted(Comparator.comparing(CauseFinding::urgency)
			.thenComparing((cause) -> cause.strength().map(Enum::ordinal).orElse(-1))
			.reversed());
	}

	static Stream<CauseFinding> with(Assessment assessment, Verdict verdict) {
		return assessment.causes().stream().filter((cause) -> cause.verdict() == verdict);
	}

	private static List<Card> later(List<Card> cards) {
		return cards.stream().filter((card) -> !card.isUrgent()).sorted(Card.MOST_URGENT_FIRST).toList();
	}

}
