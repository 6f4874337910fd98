package org.twitchingreference.presentation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Names the most urgent findings, the red flags among them together: "Digoxin with low
 * potassium; red flags: weakness, pain; and 2 more".
 */
final class FindingsSentence {

	private static final int MOST_TITLES = 3;

	private FindingsSentence() {
	}

	/** Empty if nothing but weak evidence was found. */
	static String of(Assessment assessment, Texts texts) {
		List<Phrase> all = named(assessment, new FindingPhrase(assessment, texts));
		List<Phrase> first = all.stream().limit(MOST_TITLES).toList();
		List<String> flags = first.stream().filter(Phrase::redFlag).map(Phrase::title).map(Wording::within).toList();
		String sentence = first.stream()
			.map((one) -> one.redFlag() ? texts.get("headline.red-flags", flags.size(), String.join(", ", flags))
					: Wording.within(one.title()))
			.distinct()
			.collect(Collectors.joining("; "));
		String more = (all.size() == first.size()) ? ""
				: all.stream().allMatch(Phrase::redFlag) ? "more-flags" : "more";
		return Wording
			.first(more.isEmpty() ? sentence : texts.get("headline." + more, sentence, all.size() - first.size()));
	}

	private static List<Phrase> named(Assessment assessment, FindingPhrase sentence) {
		Stream<Phrase> cautions = assessment.cautions()
			.stream()
			.filter((caution) -> caution.urgency().compareTo(Urgency.URGENT) >= 0)
			.filter((caution) -> !sentence.restsOnCritical(caution.evidence()))
			.map((caution) -> new Phrase(caution.urgency(), sentence.of(caution.title(), caution.evidence()), false));
		Stream<Phrase> flags = assessment.redFlags()
			.stream()
			.map((flag) -> new Phrase(flag.urgency(), sentence.flag(flag.title(), flag.evidence()), true));
		Stream<Phrase> causes = FindingRows.met(assessment)
			.filter((cause) -> !cause.strength().filter(Strength.WEAK::equals).isPresent())
			.map((cause) -> new Phrase(cause.urgency(), sentence.of(cause.title(), cause.evidence()), false));
		return Stream.of(cautions, flags, causes)
			.flatMap((named) -> named)
			.sorted(Comparator.comparing(Phrase::urgency).reversed())
			.distinct()
			.toList();
	}

	/** A title in the form it has inside a sentence. */
	private record Phrase(Urgency urgency, String title, boolean redFlag) {

	}

}
