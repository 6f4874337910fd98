package org.twitchingreference.presentation;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.presentation.cards.Findings;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Counts what was found in what was read, says whether anybody has asked for red flags
 * where none is found, and when the chart was read.
 */
final class Summary {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm zzz", Locale.ENGLISH);

	private Summary() {
	}

	static List<String> of(AssessedChart reading, Texts texts) {
		Assessment assessment = reading.assessment();
		boolean complete = reading.incompleteParts().isEmpty();
		String counts = texts.get("summary.counts", Findings.with(assessment, Verdict.MET).count(),
				assessment.redFlags().size());
		String asked = assessment.redFlags().isEmpty() ? "; " + QuestionList.asked(assessment, texts) : "";
		boolean pending = !reading.pendingParts().isEmpty();
		String time = pending ? texts.get("summary.pending")
				: complete ? complete(reading, texts) : texts.get("summary.incomplete", time(reading.readAt()));
		String found = (complete && !pending) ? counts : texts.get("summary.what-was-read", counts);
		return List.of(found + asked + ".", time);
	}

	private static String complete(AssessedChart reading, Texts texts) {
		List<String> missing = reading.otherIncompleteParts()
			.stream()
			.map((part) -> Wording.within(texts.of("part", part)))
			.toList();
		return missing.isEmpty() ? texts.get("summary.complete", time(reading.readAt()))
				: texts.get("summary.complete-but", time(reading.readAt()), String.join(", ", missing));
	}

	private static String time(ZonedDateTime time) {
		boolean nameless = time.getZone().equals(ZoneOffset.UTC);
		return TIME.format(nameless ? time.withZoneSameInstant(ZoneId.of("UTC")) : time);
	}

}
