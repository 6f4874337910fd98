package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.TimeOfDay;
import org.twitchingreference.presentation.words.Wording;

/**
 * The lines below the headline: how much was found in what was read, whether anybody
 * asked about red flags where none is found, and when the chart was read.
 */
final class Summary {

	private Summary() {
	}

	/** {@code nothing} where the sentence above says that no cause was found. */
	static List<String> of(AssessedChart reading, boolean nothing, Texts texts) {
		Assessment assessment = reading.assessment();
		boolean complete = reading.incompleteParts().isEmpty();
		long causes = FindingRows.with(assessment, Verdict.MET).count();
		int flags = assessment.redFlags().size();
		String counts = (nothing && causes == 0) ? texts.get("summary.flags", flags)
				: texts.get("summary.counts", causes, flags);
		String asked = assessment.redFlags().isEmpty() ? "; " + QuestionList.asked(assessment, texts) : "";
		boolean pending = !reading.pendingParts().isEmpty();
		String time = pending ? texts.get("summary.pending")
				: complete ? complete(reading, texts) : texts.get("summary.incomplete", time(reading));
		String found = (complete && !pending) ? counts : texts.get("summary.what-was-read", counts);
		return List.of(found + asked + ".", time);
	}

	private static String complete(AssessedChart reading, Texts texts) {
		List<String> missing = reading.otherIncompleteParts()
			.stream()
			.map((part) -> Wording.within(texts.of("part", part)))
			.toList();
		return missing.isEmpty() ? texts.get("summary.complete", time(reading))
				: texts.get("summary.complete-but", time(reading), String.join(", ", missing));
	}

	/** When the chart was read. */
	static TimeOfDay readAt(AssessedChart reading) {
		return TimeOfDay.of(reading.readAt().toInstant(), reading.readAt().getZone());
	}

	private static String time(AssessedChart reading) {
		return readAt(reading).shown();
	}

}
