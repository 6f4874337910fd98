package org.twitchingreference.knowledge.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** Checks across all artifacts: no dangling references, no circular rules. */
final class KnowledgeCheck {

	private final Map<String, Rule> rules;

	private final Knowledge knowledge;

	private final PlanFiles plans;

	private KnowledgeCheck(Knowledge knowledge, PlanFiles plans) {
		this.knowledge = knowledge;
		this.plans = plans;
		this.rules = knowledge.rules().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
	}

	static void check(Knowledge knowledge, Artifacts artifacts) {
		ListingCheck.everythingListedOnce(artifacts);
		KnowledgeCheck check = new KnowledgeCheck(knowledge, new PlanFiles(artifacts));
		check.knownRules();
		check.knownTargets();
		check.knownProblems();
		check.sourcesOfRules();
		ListingCheck.statementsAreCarriedOrListed(knowledge, artifacts);
		check.questionsDecideWhatTheySay();
		AnalyteCheck.check(knowledge);
	}

	private void knownRules() {
		for (Rule rule : this.knowledge.rules()) {
			follow(rule.id(), rule.condition(), new ArrayDeque<>(List.of(rule.id())));
		}
		this.knowledge.effects().forEach((effect) -> follow(effect.id(), effect.condition(), new ArrayDeque<>()));
		this.knowledge.analytes()
			.values()
			.forEach((analyte) -> analyte.fallbackRanges()
				.stream()
				.flatMap((range) -> range.unlessRules().stream())
				.filter((id) -> !this.rules.containsKey(id))
				.forEach((id) -> {
					throw new KnowledgeException(AnalyteCheck.file(analyte.id()), "has an unless-rule '" + id
							+ "', which is no cause, red flag or caution: correct the name, or add it");
				}));
	}

	private void follow(String action, Criterion condition, Deque<String> path) {
		for (String id : condition.rules()) {
			if (path.contains(id)) {
				throw this.plans.broken(id, "depends on itself, by the rules that its condition names: " + path);
			}
			path.push(id);
			follow(id, rule(action, id).condition(), path);
			path.pop();
		}
	}

	private Rule rule(String action, String id) {
		return Optional.ofNullable(this.rules.get(id))
			.orElseThrow(() -> this.plans.broken(action, "names the rule '" + id
					+ "', which is no cause, red flag or caution: correct the name, or add it"));
	}

	private void knownTargets() {
		Map<String, Activity.Kind> kinds = this.knowledge.activities()
			.stream()
			.collect(Collectors.toMap(Activity::id, Activity::kind));
		for (Effect effect : this.knowledge.effects()) {
			Activity.Kind expected = (effect.kind() == Effect.Kind.SUGGEST) ? Activity.Kind.TEST : Activity.Kind.OPTION;
			if (kinds.get(effect.target()) != expected) {
				throw this.plans.broken(effect.id(),
						"names " + effect.target() + ", which is not a listed "
								+ expected.name().toLowerCase(Locale.ROOT)
								+ ": correct definitionCanonical, or add the ActivityDefinition");
			}
			effect.cautions().forEach((id) -> rule(effect.id(), id));
		}
	}

	/** Words name a problem only if no code says that it is another one of these. */
	private void knownProblems() {
		this.knowledge.parts(ProblemCriterion.class).map(ProblemCriterion::problems).forEach((set) -> {
			if (!this.knowledge.problems().includes(set)) {
				throw new KnowledgeException("ValueSet/ValueSet-problems.json", "does not include " + Artifacts.BASE
						+ "ValueSet/" + set.id() + ", which a rule looks for: add it to compose.include.valueSet");
			}
		});
	}

	/** Criteria name the sources of their rule that apply to them; effects show all. */
	private void sourcesOfRules() {
		for (Rule rule : this.knowledge.rules()) {
			rule.sourcesOfCriteria().stream().filter((source) -> !rule.sources().contains(source)).forEach((source) -> {
				throw this.plans.broken(rule.id(), "has a criterion with the source " + source.id()
						+ ", which its documentation does not name: add it there");
			});
		}
		for (Effect effect : this.knowledge.effects()) {
			if (effect.condition().parts(Criterion.class).anyMatch((part) -> !part.meaning().sources().isEmpty())) {
				throw this.plans.broken(effect.id(), "has a criterion with a source: name it in its documentation");
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
