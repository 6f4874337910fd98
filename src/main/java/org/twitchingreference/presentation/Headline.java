package org.twitchingreference.presentation;

import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.TimeOfDay;

/**
 * What a chart points to, in one sentence, most urgent first; then, as warnings, what
 * could not be read, and a summary with the time of reading. That nothing explains the
 * twitching is only said when everything was read, every cause was decided and every red
 * flag was asked about.
 */
public record Headline(String sentence, List<String> warnings, List<String> summary, TimeOfDay readAt) {

	static Headline of(AssessedChart reading, Texts texts) {
		UnreadParts unread = new UnreadParts(reading, texts);
		NothingFound nothing = new NothingFound(reading, texts);
		String found = CriticalSentence.before(FindingsSentence.of(reading.assessment(), texts), reading.assessment(),
				texts);
		boolean pending = !reading.pendingParts().isEmpty();
		boolean silent = !pending && found.isEmpty() && unread.isEmpty();
		List<String> summary = new ArrayList<>(Summary.of(reading, found.isEmpty(), texts));
		summary.addAll(UnmatchedResults.of(reading.assessment(), texts));
		summary.addAll(silent ? nothing.notKnown() : List.of());
		String sentence = !found.isEmpty() ? found
				: pending ? texts.get("headline.pending") : unread.isEmpty() ? nothing.sentence() : unread.sentence();
		return new Headline(sentence, unread.warnings(found.isEmpty() && !pending), List.copyOf(summary),
				Summary.readAt(reading));
	}

}
