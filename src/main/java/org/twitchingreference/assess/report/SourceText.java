package org.twitchingreference.assess.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.twitchingreference.knowledge.Source.Support;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Says where statements come from and which sources do not count as support, and collects
 * the sources it has named.
 */
final class SourceText {

	private final Set<SourceRow> named = new TreeSet<>(Comparator.comparing(SourceRow::id));

	private final Texts texts;

	SourceText(Texts texts) {
		this.texts = texts;
	}

	String of(List<SourceRow> sources) {
		this.named.addAll(sources);
		List<String> read = ids(sources, Support.VERIFIED, Support.VERIFIED_SECONDARY);
		List<String> document = ids(sources, Support.DOCUMENT);
		List<String> unverified = ids(sources, Support.NOT_VERIFIED);
		return Wording.sentences(line("report.source", read),
				line(read.isEmpty() ? "report.claim" : "report.document", document),
				line("report.unverified", unverified));
	}

	/** The sources named so far, in full, with how far each was verified. */
	List<String> all() {
		return this.named.stream()
			.map((source) -> this.texts.get("report.named-source", source.id(),
					this.texts.of("report.support", source.support()), Wording.sentences(source.text())))
			.toList();
	}

	private String line(String key, List<String> ids) {
		return ids.isEmpty() ? "" : this.texts.get(key, ids.size(), this.texts.list(ids));
	}

	private static List<String> ids(List<SourceRow> sources, Support... supports) {
		return sources.stream()
			.filter((source) -> List.of(supports).contains(source.support()))
			.map(SourceRow::id)
			.distinct()
			.toList();
	}

}
