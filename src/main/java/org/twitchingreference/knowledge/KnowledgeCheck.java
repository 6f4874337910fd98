package org.twitchingreference.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** Checks what only the whole of the knowledge shows: ids, references and circles. */
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
		check.statementsAreCarriedOrListed(artifacts);
		check.questionsDecideWhatTheySay();
		everythingListed(artifacts);
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
		for (String id : condition.evaluate(new RulesNamed())) {
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

	private void questionsDecideWhatTheySay() {
		for (Question question : this.knowledge.bedside().questions()) {
			List<String> asking = this.knowledge.rules()
				.stream()
				.filter((rule) -> Stream.concat(Stream.of(rule.condition()), rule.contributors().stream())
					.anyMatch((criterion) -> criterion.evaluate(new QuestionsAsked()).contains(question.id())))
				.map(Rule::id)
				.toList();
			if (!Set.copyOf(asking).equals(Set.copyOf(question.decides()))) {
				throw new KnowledgeException("Questionnaire", "the question '" + question.id() + "' says it decides "
						+ question.decides() + ", and these rules ask it: " + asking);
			}
		}
	}

	/** A statement of the document is either shown or listed with the reason why not. */
	private void statementsAreCarriedOrListed(Artifacts artifacts) {
		Set<String> carried = Stream
			.of(this.knowledge.rules().stream().map(Rule::sources),
					this.knowledge.effects().stream().map(Effect::sources),
					this.knowledge.activities().stream().map(Activity::sources))
			.flatMap(Function.identity())
			.flatMap(List::stream)
			.map(Source::id)
			.collect(Collectors.toSet());
		Library document = artifacts.get(Library.class, Artifacts.BASE + "Library/source-document", "Library");
		String file = artifacts.file(document);
		document.getRelatedArtifact().forEach((statement) -> {
			boolean shown = carried.contains(statement.getLabel());
			boolean listed = !Extensions.of(statement, file).texts("not-shown").isEmpty();
			if (shown == listed) {
				throw new KnowledgeException(file,
						statement.getLabel() + (shown ? " is listed as not shown, and an artifact carries it"
								: " is carried by no artifact, and not listed with the reason why it is not shown"));
			}
		});
	}

	private static void everythingListed(Artifacts artifacts) {
		Library reference = artifacts.get(Library.class, Artifacts.BASE + "Library/muscle-twitching-reference",
				"fhir-resources");
		Set<String> listed = new HashSet<>(KnowledgeLoader.components(reference, "PlanDefinition"));
		listed.addAll(KnowledgeLoader.components(reference, "ActivityDefinition"));
		listed.addAll(KnowledgeLoader.components(reference, "Questionnaire"));
		for (Resource resource : artifacts.all()) {
			boolean mustBeListed = resource instanceof PlanDefinition || resource instanceof ActivityDefinition
					|| resource instanceof Questionnaire;
			String canonical = Artifacts.BASE + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
			if (mustBeListed && !listed.contains(canonical)) {
				throw new KnowledgeException(artifacts.file(resource), "is not listed in " + artifacts.file(reference));
			}
		}
	}

}
