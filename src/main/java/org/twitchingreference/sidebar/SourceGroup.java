package org.twitchingreference.sidebar;

import java.util.Arrays;
import java.util.List;

import org.twitchingreference.knowledge.Source;

/** The sources of one statement that are verified to the same degree, by their ids. */
record SourceGroup(List<String> ids, String state, String style) {

	/** Groups the sources by how far they were verified; the full texts stand below. */
	static List<SourceGroup> list(List<Source> sources, Texts texts) {
		return Arrays.stream(Source.Support.values())
			.map((support) -> of(sources, support, texts))
			.filter((group) -> !group.ids().isEmpty())
			.toList();
	}

	private static SourceGroup of(List<Source> sources, Source.Support support, Texts texts) {
		List<String> ids = sources.stream()
			.filter((source) -> source.support() == support)
			.map(Source::id)
			.distinct()
			.toList();
		return new SourceGroup(ids, texts.of("support", support), Chip.style(support));
	}

}
