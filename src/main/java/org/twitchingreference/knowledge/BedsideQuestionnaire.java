package org.twitchingreference.knowledge;

import java.util.List;

/**
 * The questions that only the patient or an examination can answer, in order, with the
 * canonical of their Questionnaire and for how many days an answer counts.
 */
public record BedsideQuestionnaire(String questionnaire, int validDays, List<Question> questions) {

	public BedsideQuestionnaire {
		questions = List.copyOf(questions);
	}

}
