package org.twitchingreference.knowledge.orders;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the amount of one analyte in a text: from the first number behind one of its
 * names up to the next result, a bracket or the end of the sentence ("2.2 mmol/L" in "Na
 * 140, K 2.2 mmol/L (3.5 - 5)").
 */
final class QuotedResults {

	private static final String BEFORE = "(?is)(?<![\\p{L}\\p{N}])(?:";

	private static final String NUMBER = ")[\\s:=+)\\]]*(?:(?:was|is|of)\\s+)?((?:[<>\u2265\u2264]=?\\s*)?\\d.*?)";

	private static final String END = "\\s*(?:[;(\\[]|[,.](?:\\s|$)|\\s(?:and|&|low|high|critical|panic|hh|ll|h|l)(?![\\p{L}\\p{N}/])"
			+ "|\\s+\\p{L}[^\\s\\d]{0,20}[\\s:=]*[<>]?\\d|$)";

	private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

	private final Pattern pattern;

	QuotedResults(List<String> names) {
		this.pattern = Pattern.compile(
				BEFORE + names.stream().map((name) -> name.replace(" ", BETWEEN_WORDS)).collect(Collectors.joining("|"))
						+ NUMBER + END);
	}

	Optional<String> in(String text) {
		Matcher matcher = this.pattern.matcher(text);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
