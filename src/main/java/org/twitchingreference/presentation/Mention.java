package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.evidence.Statement;
import org.twitchingreference.presentation.words.Texts;

/** Something to consider that the source document does not name, with its own sources. */
public record Mention(String id, String title, Statement statement, List<SourceRow> sources) {

	static List<Mention> list(List<Activity> mentions, Texts texts) {
		return mentions.stream()
			.map((one) -> new Mention(one.id(), one.title(), Statement.of(one.text(), one.sources(), texts),
					SourceRow.list(one.sources(), texts)))
			.toList();
	}

}
