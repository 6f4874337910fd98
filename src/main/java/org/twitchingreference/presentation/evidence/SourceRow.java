package org.twitchingreference.presentation.evidence;

import java.util.Comparator;
import java.util.List;

import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.presentation.words.Texts;

/**
 * A source with its verification state in words; the link is empty unless it is one that
 * a browser may safely follow.
 */
public record SourceRow(String id, String text, String link, String state, String style, Support support) {

	static SourceRow of(Source source, Texts texts) {
		String link = source.link().startsWith("https://") ? source.link() : "";
		return new SourceRow(source.id(), source.text(), link, texts.of("support", source.support()),
				Badge.style(source.support()), source.support());
	}

	/** Each once, best verified first. */
	public static List<SourceRow> best(List<Source> sources, Texts texts) {
		return list(sources.stream().distinct().sorted(Comparator.comparing(Source::support)).toList(), texts);
	}

	public static List<SourceRow> list(List<Source> sources, Texts texts) {
		return sources.stream().map((source) -> of(source, texts)).toList();
	}

}
