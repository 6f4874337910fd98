package org.twitchingreference.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Says in one sentence what a chart points to, most urgent first; then, as warnings, what
 * of the chart could not be read, and a summary. That nothing explains the twitching is
 * only said when everything was read, every cause was decided and each red flag was asked
 * for.
 */
public record Headline(String sentence, List<String> warnings, List<String> summary) {

	static Headline of(AssessedChart reading, Texts texts) {
		UnreadParts unread = new UnreadParts(reading, texts);
		String found = CriticalSentence.before(FoundSentence.of(reading.assessment(), texts), reading.assessment(),
				texts);
		List<String> summary = new ArrayList<>(Summary.of(reading, texts));
		List<String> unknown = unknown(reading);
		boolean pending = !reading.pendingParts().isEmpty();
		if (!pending && found.isEmpty() && unread.isEmpty() && !unknown.isEmpty()) {
			summary.add(texts.get("headline.unknown",
					unknown.stream().map(Wording::within).collect(Collectors.joining(", "))));
		}
		String sentence = !found.isEmpty() ? found : pending ? texts.get("headline.pending")
				: unread.isEmpty() ? nothingFound(reading, texts) : unread.sentence();
		return new Headline(sentence, unread.warnings(found.isEmpty() && !pending), List.copyOf(summary));
	}

	private static String nothingFound(AssessedChart reading, Texts texts) {
		if (Findings.met(reading.assessment()).findAny().isPresent()) {
			return texts.get("headline.weak-only");
		}
		boolean decided = !reading.assessment().causes().isEmpty() && unknown(reading).isEmpty();
		boolean complete = decided && reading.incompleteParts().isEmpty();
		boolean asked = RedFlagQuestions.isEachAskedFor(reading.assessment());
		if (reading.incompleteParts().isEmpty() && !unknown(reading).isEmpty()) {
			return texts.get("headline.nothing-unknown", unknown(reading).size());
		}
		return texts
			.get(complete ? asked ? "headline.nothing" : "headline.nothing-not-asked" : "headline.nothing-read");
	}

	private static List<String> unknown(AssessedChart reading) {
		return Findings.with(reading.assessment(), Verdict.UNKNOWN).map(CauseFinding::title).toList();
	}

}
