package org.twitchingreference.assessment;

import java.util.List;

import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.knowledge.Activity;

/**
 * Something to think of that no rule matches, the same on every chart; beside it, what
 * the chart records of it in the family. No verdict rests on that.
 */
public record MentionFinding(Activity mention, List<Evidence> charted) {

	public MentionFinding {
		charted = List.copyOf(charted);
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "MentionFinding[" + this.mention.id() + "]";
	}

}
