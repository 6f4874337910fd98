package org.twitchingreference.knowledge;

import java.util.List;

/**
 * What only the bedside can tell: the canonical of the Questionnaire, how many days an
 * answer counts, and the questions in their order.
 */
public record Bedside(String questionnaire, int validDays, List<Question> questions) {

	public Bedside {
		questions = List.copyOf(questions);
	}

}
