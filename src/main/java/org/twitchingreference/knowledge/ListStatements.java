package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * The codes and words by which charts say that nothing is known about a list or that it
 * is empty, and which list a section belongs to. Words are whole texts, never parts.
 */
public record ListStatements(CodeSet nothingKnown, Kind problems, Kind medications, Kind allergies, CodeSet results,
		String words) {

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	/** Whether the codes say so, or the text if no code says something else. */
	public boolean says(CodeSet statement, Collection<Code> codes, List<String> texts, boolean isCoded) {
		return statement.containsAny(codes) || (!isCoded && texts.stream().anyMatch((text) -> says(statement, text)));
	}

	private boolean says(CodeSet statement, String text) {
		String word = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		return !word.isEmpty() && statement.contains(new Code(this.words, word));
	}

	/** One list: what says that it is empty, and the sections that hold it. */
	public record Kind(CodeSet none, CodeSet sections) {

	}

}
