package org.twitchingreference.presentation.takeaway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.presentation.words.Texts;

/** A source by author and title: the first two parts of a citation. */
final class ShortSource {

	private static final Pattern TWO_PARTS = Pattern.compile("^(.*?\\. .*?)(?:\\. |\\.$|$)");

	private ShortSource() {
	}

	/** Statements of the source document are cited as the document. */
	static String of(Source source, Texts texts) {
		if (source.support() == Support.DOCUMENT) {
			return texts.get("note.document");
		}
		Matcher parts = TWO_PARTS.matcher(source.text());
		String name = parts.find() ? parts.group(1) : source.text().replaceFirst("\\.$", "");
		return (source.support() == Support.NOT_VERIFIED)
				? texts.get("note.dated", name, texts.of("support", source.support())) : name;
	}

}
