package org.twitchingreference.knowledge.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.PersonCriterion.Ask;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the criteria that ask a bedside question. */
final class AnswerCriteria {

	private final QuestionReader questions;

	private final String file;

	AnswerCriteria(QuestionReader questions, String file) {
		this.questions = questions;
		this.file = file;
	}

	Criterion read(Extensions parts, boolean openUntilAnswered, Meaning meaning) {
		Question question = this.questions.get(parts.required("question"), this.file);
		List<String> expected = parts.parts("answer");
		Set<Code> answers = question.options()
			.stream()
			.map(Question.Option::code)
			.filter((code) -> expected.contains(code.code()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Ask ask = new Ask(question, answers, above(parts), openUntilAnswered, meaning);
		boolean fits = answers.size() == expected.size() && switch (question.kind()) {
			case YES_NO -> expected.isEmpty() && ask.above().isEmpty();
			case CHOICE -> !expected.isEmpty() && ask.above().isEmpty();
			case AMOUNT -> expected.isEmpty() && ask.above().map(Quantity::unit).equals(question.unit());
		};
		if (!fits) {
			throw new KnowledgeException(this.file,
					"expects answers that the question '" + question.id() + "' does not take");
		}
		return ask;
	}

	private Optional<Quantity> above(Extensions parts) {
		return parts.value("above").map((value) -> {
			if (!(value instanceof org.hl7.fhir.r4.model.Quantity amount) || !amount.hasValue() || !amount.hasCode()) {
				throw new KnowledgeException(this.file, "has an amount to be above without a number or a unit");
			}
			return new Quantity(amount.getValue(), amount.getCode());
		});
	}

}
