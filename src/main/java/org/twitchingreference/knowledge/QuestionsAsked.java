package org.twitchingreference.knowledge;

import java.util.Set;

/** The ids of the bedside questions whose answers a condition looks at. */
final class QuestionsAsked extends Collected {

	@Override
	public Set<String> ask(Criterion.Ask criterion) {
		return Set.of(criterion.question().id());
	}

}
