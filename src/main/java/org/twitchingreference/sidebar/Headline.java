package org.twitchingreference.sidebar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.knowledge.Urgency;

/**
 * Says in one sentence what a chart points to, most urgent first, with a summary below.
 * That nothing explains the twitching is only said when everything was read and every
 * cause was decided.
 */
record Headline(String sentence, List<String> summary) {

	private static final int MOST_TITLES = 3;

	static Headline of(Reading reading, Texts texts) {
		List<String> titles = titles(reading.assessment(), texts);
		String sentence = titles.isEmpty() ? nothingFound(reading, texts) : sentence(titles, texts);
		List<String> summary = new ArrayList<>(Summary.of(reading, texts));
		List<String> unknown = unknown(reading.assessment());
		if (titles.isEmpty() && !unknown.isEmpty()) {
			summary.add(texts.get("headline.unknown", lowered(unknown)));
		}
		return new Headline(sentence, List.copyOf(summary));
	}

	private static String nothingFound(Reading reading, Texts texts) {
		Assessment assessment = reading.assessment();
		boolean decided = !assessment.causes().isEmpty() && unknown(assessment).isEmpty();
		boolean complete = decided && reading.incompleteParts().isEmpty();
		return texts.get(complete ? "headline.nothing" : "headline.nothing-read");
	}

	private static String sentence(List<String> titles, Texts texts) {
		List<String> first = titles.subList(0, Math.min(titles.size(), MOST_TITLES));
		String named = Stream.concat(first.stream().limit(1), first.stream().skip(1).map(Headline::lowered))
			.collect(Collectors.joining("; "));
		int others = titles.size() - first.size();
		return (others == 0) ? named : texts.get("headline.more", named, others);
	}

	private static List<String> titles(Assessment assessment, Texts texts) {
		Stream<Named> cautions = assessment.cautions()
			.stream()
			.filter((caution) -> caution.urgency().compareTo(Urgency.URGENT) >= 0)
			.map((caution) -> new Named(caution.urgency(), caution.title()));
		Stream<Named> flags = assessment.redFlags().stream().map((flag) -> redFlag(flag, texts));
		Stream<Named> causes = Findings.met(assessment).map((cause) -> new Named(cause.urgency(), cause.title()));
		return Stream.of(cautions, flags, causes)
			.flatMap((named) -> named)
			.sorted((one, other) -> other.urgency().compareTo(one.urgency()))
			.map(Named::title)
			.distinct()
			.toList();
	}

	private static Named redFlag(AlertFinding flag, Texts texts) {
		return new Named(flag.urgency(), texts.get("headline.red-flag", lowered(flag.title())));
	}

	private static List<String> unknown(Assessment assessment) {
		return Findings.with(assessment, Verdict.UNKNOWN).map(CauseFinding::title).toList();
	}

	private static String lowered(List<String> titles) {
		return titles.stream().map(Headline::lowered).collect(Collectors.joining(", "));
	}

	/** As inside a sentence: "Low potassium" becomes lower case, "ALS" stays as it is. */
	private static String lowered(String title) {
		boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
		return word ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
	}

	/** A title to go into the sentence. */
	private record Named(Urgency urgency, String title) {

	}

}
