package org.twitchingreference.sidebar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.Verdict;

/** Counts what was found, and says when the chart was read and how completely. */
final class Summary {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM, HH:mm zzz", Locale.ENGLISH);

	private Summary() {
	}

	static List<String> of(Reading reading, Texts texts) {
		Assessment assessment = reading.assessment();
		String counts = texts.get("summary.counts", Findings.with(assessment, Verdict.MET).count(),
				assessment.redFlags().size());
		String time = time(reading.readAt());
		String missing = reading.incompleteParts()
			.stream()
			.map((part) -> texts.of("part", part.part()))
			.collect(Collectors.joining(", "));
		String completeness = missing.isEmpty() ? texts.get("summary.complete", time)
				: texts.get("summary.incomplete", time, missing);
		return List.of(counts, completeness);
	}

	private static String time(ZonedDateTime time) {
		boolean nameless = time.getZone().equals(ZoneOffset.UTC);
		return TIME.format(nameless ? time.withZoneSameInstant(ZoneId.of("UTC")) : time);
	}

}
