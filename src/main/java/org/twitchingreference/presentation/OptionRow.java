package org.twitchingreference.presentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.twitchingreference.assessment.OptionFinding;

/**
 * A management option, offered or visibly withheld, with what is to be said of it in one
 * line the cautions that touch it, and what to say where no source bears it out.
 */
record OptionRow(String id, String status, boolean withheld, String title, String line, String backing,
		List<String> cautions, List<Reference> references) {

	private static final int SHORTEST_WORD = 4;

	static OptionRow of(OptionFinding option, Map<String, String> cautionTitles, Texts texts) {
		List<String> cautions = option.cautions().stream().map(cautionTitles::get).filter(Objects::nonNull).toList();
		return new OptionRow(option.id(), Chip.style(option.status()), option.status() == OptionFinding.Status.WITHHELD,
				option.title(), line(option, texts), Chip.words(option.backing(), texts), cautions,
				Reference.list(option.sources(), texts));
	}

	/** The reasons, after the advice of an offered option where that says more. */
	private static String line(OptionFinding option, Texts texts) {
		List<String> reasons = texts.of(option.reasons());
		String said = option.title() + " " + String.join(" ", reasons);
		boolean advises = option.status() == OptionFinding.Status.OFFERED && saysMore(option.advice(), said);
		return Wording
			.oneLine(Stream.concat(Stream.of(option.advice()).filter((advice) -> advises), reasons.stream()).toList());
	}

	private static boolean saysMore(String advice, String said) {
		String known = said.toLowerCase(Locale.ROOT);
		return Stream.of(advice.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.anyMatch((word) -> !known.contains(word));
	}

}
