package org.twitchingreference.presentation.evidence;

import java.util.Comparator;
import java.util.List;

import org.twitchingreference.knowledge.Source;
import org.twitchingreference.presentation.words.Texts;

/**
 * A link from a statement to its source further down: the id to show, the source and its
 * verification state in words as a hint, and the state to show beside the id where it may
 * not count as support.
 */
public record SourceLink(String id, String hint, String warning) {

	/** The better verified first. */
	public static List<SourceLink> list(List<Source> sources, Texts texts) {
		return sources.stream()
			.distinct()
			.sorted(Comparator.comparing(Source::support))
			.map((source) -> of(source, texts))
			.toList();
	}

	private static SourceLink of(Source source, Texts texts) {
		String state = texts.of("support", source.support());
		boolean counts = source.support() != Source.Support.NOT_VERIFIED;
		return new SourceLink(source.id(), source.text() + " (" + state + ")", counts ? "" : state);
	}

}
