package org.twitchingreference.assessment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.knowledge.CombinedCriterion.Not;
import org.twitchingreference.knowledge.CombinedCriterion.RuleMet;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.PersonCriterion.Ask;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Urgency;

/** The bedside questions, those about red flags first, and what was answered. */
final class BedsideQuestions {

	private final Map<String, String> redFlags = new LinkedHashMap<>();

	private final List<QuestionFinding> questions;

	BedsideQuestions(Knowledge knowledge, Evaluator evaluator) {
		knowledge.rules(Rule.Kind.RED_FLAG).forEach((rule) -> this.redFlags.put(rule.id(), rule.title()));
		List<Question> all = knowledge.bedside().questions();
		this.questions = all.stream()
			.map((question) -> new QuestionFinding(question, evaluator.patientAge(), isAboutRedFlags(question),
					firstFor(question, all), isCharted(question, all, evaluator), isSign(question, knowledge),
					evaluator.asked(question), ifYes(question, knowledge, evaluator)))
			.sorted(Comparator.comparing((QuestionFinding question) -> !question.aboutRedFlags()))
			.toList();
	}

	List<QuestionFinding> all() {
		return this.questions;
	}

	/** Whether the red flag for which it is the first question is raised already. */
	private boolean isCharted(Question question, List<Question> all, Evaluator evaluator) {
		return question.decides()
			.stream()
			.filter(this.redFlags::containsKey)
			.filter((rule) -> firstFor(question, all).equals(Optional.ofNullable(this.redFlags.get(rule))))
			.anyMatch((rule) -> evaluator.rule(rule).is(Truth.HOLDS));
	}

	/** How urgent the rules it decides would be if it were answered yes. */
	private static Urgency ifYes(Question question, Knowledge knowledge, Evaluator evaluator) {
		boolean open = question.kind() == Question.Kind.YES_NO
				&& evaluator.asked(question).state() == AnswerStatus.State.NOT_ASKED;
		Evaluator then = open ? evaluator.ifYesTo(question) : evaluator;
		return !open ? Urgency.ROUTINE
				: knowledge.rules()
					.stream()
					.filter((rule) -> question.decides().contains(rule.id()) && then.rule(rule.id()).is(Truth.HOLDS))
					.map((rule) -> ContributedContext.of(rule, then.rule(rule.id()), then).urgency())
					.reduce(Urgency.ROUTINE, Urgency::or);
	}

	/** Whether it decides nothing and is only shown beside what decides a cause. */
	private static boolean isSign(Question question, Knowledge knowledge) {
		List<Rule> causes = knowledge.rules(Rule.Kind.CAUSE)
			.stream()
			.filter((rule) -> question.decides().contains(rule.id()))
			.toList();
		return !causes.isEmpty() && causes.stream()
			.flatMap((rule) -> rule.condition().parts(Ask.class))
			.noneMatch((ask) -> ask.question().equals(question));
	}

	private boolean isAboutRedFlags(Question question) {
		return question.decides().stream().anyMatch(this.redFlags::containsKey);
	}

	/** The red flag for which no earlier question asks. */
	private Optional<String> firstFor(Question question, List<Question> all) {
		return question.decides()
			.stream()
			.filter((rule) -> all.stream()
				.filter((one) -> one.decides().contains(rule))
				.limit(1)
				.anyMatch(question::equals))
			.filter(this.redFlags::containsKey)
			.findFirst()
			.map((rule) -> this.redFlags.getOrDefault(rule, ""));
	}

	/**
	 * The red flags that a condition takes for absent although nobody has asked about
	 * them.
	 */
	List<String> takenForAbsent(Criterion condition) {
		List<String> titles = condition.parts(Not.class)
			.map(Not::of)
			.filter(RuleMet.class::isInstance)
			.map((rule) -> this.redFlags.getOrDefault(((RuleMet) rule).rule(), ""))
			.toList();
		return this.questions.stream()
			.filter(QuestionFinding::leavesRedFlagOpen)
			.flatMap((question) -> question.redFlag().stream())
			.filter(titles::contains)
			.toList();
	}

}
