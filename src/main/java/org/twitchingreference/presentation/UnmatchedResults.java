package org.twitchingreference.presentation;

import java.util.List;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Texts;

/** Names the results in the chart that could not be judged because of their code. */
public final class UnmatchedResults {

	private static final int MOST = 2;

	private UnmatchedResults() {
	}

	/** The name of each in the chart, with its day if it has one. */
	public static List<String> names(Assessment assessment, Texts texts) {
		return assessment.gaps()
			.stream()
			.filter((gap) -> gap.what().is(GapSubject.UNRECOGNISED_RESULT))
			.map((gap) -> gap.what().arguments().get(0))
			.map((result) -> (result instanceof Reason dated) ? texts.of(dated) : result.toString())
			.toList();
	}

	/** One line, or none. */
	static List<String> of(Assessment assessment, Texts texts) {
		List<String> results = names(assessment, texts);
		if (results.isEmpty()) {
			return List.of();
		}
		return List.of(texts.get("headline.unmatched", texts.list(results.stream().limit(MOST).toList()),
				Math.max(0, results.size() - MOST)));
	}

}
