package org.twitchingreference.knowledge.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.load.artifact.Artifacts;

/** Checks across all artifacts: unique ids, no dangling references, no circular rules. */
final class KnowledgeCheck {

	private static final String WHERE = "PlanDefinition";

	private final Map<String, Rule> rules = new HashMap<>();

	private final Knowledge knowledge;

	private KnowledgeCheck(Knowledge knowledge) {
		this.knowledge = knowledge;
	}

	static void check(Knowledge knowledge, Artifacts artifacts) {
		KnowledgeCheck check = new KnowledgeCheck(knowledge);
		check.uniqueRules();
		check.knownRules();
		check.knownTargets();
		check.knownProblems();
		check.sourcesOfRules();
		ListingCheck.statementsAreCarriedOrListed(knowledge, artifacts);
		check.questionsDecideWhatTheySay();
		ListingCheck.everythingListed(artifacts);
	}

	private void uniqueRules() {
		for (Rule rule : this.knowledge.rules()) {
			if (this.rules.put(rule.id(), rule) != null) {
				throw new KnowledgeException(WHERE, "two actions have the id '" + rule.id() + "'");
			}
		}
	}

	private void knownRules() {
		for (Rule rule : this.knowledge.rules()) {
			follow(rule.condition(), new ArrayDeque<>(List.of(rule.id())));
		}
		this.knowledge.effects().forEach((effect) -> follow(effect.condition(), new ArrayDeque<>()));
		this.knowledge.analytes()
			.values()
			.stream()
			.flatMap((analyte) -> analyte.fallbackRanges().stream())
			.flatMap((range) -> range.unlessRules().stream())
			.forEach(this::rule);
	}

	private void follow(Criterion condition, Deque<String> path) {
		for (String id : condition.rules()) {
			if (path.contains(id)) {
				throw new KnowledgeException(WHERE, "the rule '" + id + "' depends on itself");
			}
			path.push(id);
			follow(rule(id).condition(), path);
			path.pop();
		}
	}

	private Rule rule(String id) {
		Rule rule = this.rules.get(id);
		if (rule == null) {
			throw new KnowledgeException(WHERE, "the rule '" + id + "' is named and does not exist");
		}
		return rule;
	}

	private void knownTargets() {
		Map<String, Activity.Kind> kinds = this.knowledge.activities()
			.stream()
			.collect(Collectors.toMap(Activity::id, Activity::kind));
		for (Effect effect : this.knowledge.effects()) {
			Activity.Kind expected = (effect.kind() == Effect.Kind.SUGGEST) ? Activity.Kind.TEST : Activity.Kind.OPTION;
			if (kinds.get(effect.target()) != expected) {
				throw new KnowledgeException(WHERE, "'" + effect.reason() + "' names " + effect.target()
						+ ", which is not a listed " + expected.name().toLowerCase(Locale.ROOT));
			}
			effect.cautions().forEach(this::rule);
		}
	}

	/** Words name a problem only if no code says that it is another one of these. */
	private void knownProblems() {
		this.knowledge.parts(ProblemCriterion.class).map(ProblemCriterion::problems).forEach((set) -> {
			if (!this.knowledge.problems().includes(set)) {
				throw new KnowledgeException("ValueSet/ValueSet-problems.json",
						"does not include " + Artifacts.BASE + "ValueSet/" + set.id());
			}
		});
	}

	/** Criteria name the sources of their rule that apply to them; effects show all. */
	private void sourcesOfRules() {
		for (Rule rule : this.knowledge.rules()) {
			rule.sourcesOfCriteria().stream().filter((source) -> !rule.sources().contains(source)).forEach((source) -> {
				throw new KnowledgeException(WHERE, "a criterion of '" + rule.id() + "' has the source " + source.id()
						+ ", which the documentation of the action does not name");
			});
		}
		for (Effect effect : this.knowledge.effects()) {
			if (effect.condition().parts(Criterion.class).anyMatch((part) -> !part.meaning().sources().isEmpty())) {
				throw new KnowledgeException(WHERE, "'" + effect.reason()
						+ "' has a criterion with a source: name it in the documentation of the action");
			}
		}
	}

	private void questionsDecideWhatTheySay() {
		for (Question question : this.knowledge.bedside().questions()) {
			List<String> asking = this.knowledge.rules()
				.stream()
				.filter((rule) -> rule.criteria()
					.flatMap((condition) -> condition.parts(PersonCriterion.Ask.class))
					.anyMatch((ask) -> ask.question().id().equals(question.id())))
				.map(Rule::id)
				.toList();
			if (!Set.copyOf(asking).equals(Set.copyOf(question.decides()))) {
				throw new KnowledgeException("Questionnaire/Questionnaire-bedside.json",
						"the question '" + question.id() + "' says it decides " + question.decides()
								+ " (decides), and these rules ask it: " + asking);
			}
		}
	}

}
