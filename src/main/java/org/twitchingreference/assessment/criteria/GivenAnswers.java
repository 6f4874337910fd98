package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.chart.Answer;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.BedsideQuestionnaire;
import org.twitchingreference.knowledge.Question;

/** The answers to the bedside questions that are recent enough to count, by question. */
final class GivenAnswers {

	private final BedsideQuestionnaire bedside;

	private final LocalDate asOf;

	private final Map<String, List<Answer>> byQuestion = new HashMap<>();

	GivenAnswers(List<Answer> answers, BedsideQuestionnaire bedside, LocalDate asOf) {
		this.bedside = bedside;
		this.asOf = asOf;
		answers.stream()
			.filter((answer) -> answer.questionnaire().equals(bedside.questionnaire())
					&& answer.authored().filter(this::counts).isPresent())
			.forEach((answer) -> this.byQuestion.computeIfAbsent(answer.question(), (key) -> new ArrayList<>())
				.add(answer));
	}

	/** An answer with only a month counts if the whole month is recent. */
	private boolean counts(ChartTime authored) {
		return !authored.firstDay().isBefore(this.asOf.minusDays(this.bedside.validDays()))
				&& !authored.firstDay().isAfter(this.asOf.plusDays(1));
	}

	/** The answers of which no other is certainly newer; empty when none was given. */
	List<Answer> newest(Question question) {
		List<Answer> given = this.byQuestion.getOrDefault(question.id(), List.of());
		return given.stream()
			.filter((answer) -> given.stream().noneMatch((other) -> time(answer).isBefore(time(other))))
			.toList();
	}

	private static ChartTime time(Answer answer) {
		return answer.authored().orElseThrow();
	}

}
