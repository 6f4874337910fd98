package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;

/**
 * The codes and words by which charts say that nothing is known about a list or that it
 * is empty, and which list a section belongs to. Words are whole texts, never parts.
 */
public record ListStatements(CodeSet nothingKnown, Kind problems, Kind medications, Kind allergies, CodeSet results,
		String words) {

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	/**
	 * The codes to look an entry up by: its own and, unless one of these is recognised,
	 * its texts as codes.
	 */
	public List<Code> lookupCodes(List<Code> codes, List<String> texts, boolean isCoded) {
		return isCoded ? codes : Stream.concat(codes.stream(), texts.stream().flatMap(this::word)).toList();
	}

	private Stream<Code> word(String text) {
		String word = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		return word.isEmpty() ? Stream.empty() : Stream.of(new Code(this.words, word));
	}

	/** One list: what says that it is empty, and the sections that hold it. */
	public record Kind(CodeSet none, CodeSet sections) {

	}

}
