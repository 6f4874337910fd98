package org.twitchingreference.assess.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Source.Support;

/**
 * Says where statements come from and what may not count as support; keeps what it named.
 */
final class SourceText {

	private final Set<Source> named = new TreeSet<>(Comparator.comparing(Source::id));

	String of(List<Source> sources) {
		this.named.addAll(sources);
		List<String> read = ids(sources, Support.VERIFIED, Support.VERIFIED_SECONDARY);
		List<String> document = ids(sources, Support.DOCUMENT);
		List<String> unverified = ids(sources, Support.NOT_VERIFIED);
		String claim = read.isEmpty() ? "A claim of the source document: " : "The source document: ";
		return Sentences.of(said("Source", read, ": "), document.isEmpty() ? "" : claim + Sentences.list(document),
				said("Source", unverified, " not yet verified: "));
	}

	/** What was named, in full, with how far each was verified. */
	List<String> all() {
		return this.named.stream()
			.map((source) -> source.id() + ", " + state(source.support()) + ": " + Sentences.of(source.text()))
			.toList();
	}

	private static String said(String word, List<String> ids, String colon) {
		return ids.isEmpty() ? "" : word + ((ids.size() == 1) ? "" : "s") + colon + Sentences.list(ids);
	}

	private static String state(Support support) {
		return switch (support) {
			case DOCUMENT -> "the document's claim";
			case VERIFIED -> "verified";
			case VERIFIED_SECONDARY -> "verified in a secondary copy";
			case NOT_VERIFIED -> "source not yet verified";
		};
	}

	private static List<String> ids(List<Source> sources, Support... supports) {
		return sources.stream()
			.filter((source) -> List.of(supports).contains(source.support()))
			.map(Source::id)
			.distinct()
			.toList();
	}

}
