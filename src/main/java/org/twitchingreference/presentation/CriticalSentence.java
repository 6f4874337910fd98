package org.twitchingreference.presentation;

import java.util.List;
import java.util.stream.Collectors;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CriticalFinding;
import org.twitchingreference.presentation.cards.CriticalRow;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** Names critical values before everything else that was found. */
final class CriticalSentence {

	private static final int MOST = 2;

	private CriticalSentence() {
	}

	static String before(String found, Assessment assessment, Texts texts) {
		List<CriticalFinding> all = assessment.critical();
		if (all.isEmpty()) {
			return found;
		}
		String critical = all.stream()
			.limit(MOST)
			.map((one) -> texts.get(one.confirmed() ? "headline.critical" : "headline.to-confirm",
					CriticalRow.title(one, texts)))
			.distinct()
			.collect(Collectors.joining("; "));
		String more = (all.size() <= MOST) ? critical : texts.get("headline.more", critical, all.size() - MOST);
		return found.isEmpty() ? more : texts.get("headline.critical-and", more, Wording.within(found));
	}

}
