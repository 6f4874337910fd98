package org.twitchingreference.knowledge.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the rules and effects of the PlanDefinitions, in the order given. */
final class PlanReader {

	private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

	private final Artifacts artifacts;

	private final PlanReferences known;

	private final List<Rule> rules = new ArrayList<>();

	private final List<Effect> effects = new ArrayList<>();

	PlanReader(Artifacts artifacts, PlanReferences known) {
		this.artifacts = artifacts;
		this.known = known;
	}

	List<Rule> rules() {
		return this.rules;
	}

	List<Effect> effects() {
		return this.effects;
	}

	/** Adds the rules and effects of the plan, and returns how many actions it has. */
	int add(PlanDefinition plan) {
		String file = this.artifacts.file(plan);
		PlanInputs inputs = new PlanInputs(plan, this.known.analytes(), this.known.codeSets(), file);
		CriterionReader criteria = new CriterionReader(inputs, this.known, file);
		plan.getAction().forEach((action) -> add(action, criteria, file));
		inputs.checkAllUsed();
		return plan.getAction().size();
	}

	private void add(PlanDefinitionActionComponent action, CriterionReader criteria, String file) {
		if (action.getId() == null || !ID.matcher(action.getId()).matches()) {
			throw new KnowledgeException(file, "has an action with the id '" + action.getId()
					+ "': write one of small letters, digits and hyphens, under which its rule stands in CQL too");
		}
		if (action.getTitle() == null) {
			throw new KnowledgeException(file, "the action '" + action.getId() + "' has no title: write what is shown");
		}
		String kind = action.getCodeFirstRep().getCodingFirstRep().getCode();
		switch ((kind != null) ? kind : "") {
			case "cause" -> this.rules.add(rule(Rule.Kind.CAUSE, action, criteria, file));
			case "red-flag" -> this.rules.add(rule(Rule.Kind.RED_FLAG, action, criteria, file));
			case "caution" -> this.rules.add(rule(Rule.Kind.CAUTION, action, criteria, file));
			case "suggest", "offer", "withhold" ->
				this.effects.add(effect(Effect.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), action, criteria, file));
			default -> throw new KnowledgeException(file,
					"the action '" + action.getId() + "' has no code of CodeSystem/action-kind"
							+ ": write cause, red-flag, caution, suggest, offer or withhold");
		}
	}

	private Rule rule(Rule.Kind kind, PlanDefinitionActionComponent action, CriterionReader criteria, String file) {
		List<Criterion> contributors = Extensions.of(action, file)
			.all("contributor")
			.stream()
			.map((extension) -> criteria.read(extension.getExtension(), "a contributor of " + action.getId()))
			.toList();
		Rule rule = new Rule(action.getId(), kind, action.getTitle(), action.getDescription(),
				Objects.requireNonNullElse(action.getTextEquivalent(), ""), urgency(action, file),
				condition(action, criteria, file), contributors, sources(action, file), background(action, file));
		if (rule.backing(rule.sources()) != Backing.SUPPORTED
				&& isStrong(action.getConditionFirstRep().getExtension())) {
			throw new KnowledgeException(file, "the action '" + action.getId()
					+ "' has a strong criterion, and no verified source supports it:"
					+ " give the criterion another strength, or name a source in documentation that was verified");
		}
		return rule;
	}

	private Effect effect(Effect.Kind kind, PlanDefinitionActionComponent action, CriterionReader criteria,
			String file) {
		String target = action.getDefinitionCanonicalType().getValue();
		if (target == null) {
			throw new KnowledgeException(file, "the action '" + action.getId()
					+ "' names no test or option: write the url of its ActivityDefinition as definitionCanonical");
		}
		return new Effect(action.getId(), kind, target.substring(target.lastIndexOf('/') + 1), action.getTitle(),
				urgency(action, file), condition(action, criteria, file), Extensions.of(action, file).texts("raises"),
				sources(action, file));
	}

	private static Criterion condition(PlanDefinitionActionComponent action, CriterionReader criteria, String file) {
		if (action.getCondition().size() != 1) {
			throw new KnowledgeException(file, "the action '" + action.getId()
					+ "' needs exactly one condition and has " + action.getCondition().size());
		}
		return criteria.read(action.getConditionFirstRep().getExtension(), action.getId());
	}

	private List<Source> sources(PlanDefinitionActionComponent action, String file) {
		List<String> labels = action.getDocumentation().stream().map(RelatedArtifact::getLabel).toList();
		if (labels.isEmpty()) {
			throw new KnowledgeException(file,
					"the action '" + action.getId() + "' names no source: add a \"documentation\" with its label");
		}
		return this.known.sources().get(labels, file);
	}

	private static boolean isStrong(List<Extension> criteria) {
		return criteria.stream()
			.anyMatch((part) -> ("strength".equals(part.getUrl()) && "strong".equals(part.getValue().primitiveValue()))
					|| isStrong(part.getExtension()));
	}

	/** A source that only gives background does not support the rule. */
	private Set<Source> background(PlanDefinitionActionComponent action, String file) {
		return action.getDocumentation()
			.stream()
			.filter((source) -> !Extensions.of(source, file).all("background").isEmpty())
			.map((source) -> this.known.sources().get(source.getLabel(), file))
			.collect(Collectors.toSet());
	}

	private static Urgency urgency(PlanDefinitionActionComponent action, String file) {
		if (action.getPriority() == null) {
			throw new KnowledgeException(file,
					"the action '" + action.getId() + "' has no priority: write routine, asap, urgent or stat");
		}
		return switch (action.getPriority()) {
			case ROUTINE, NULL -> Urgency.ROUTINE;
			case ASAP -> Urgency.SOON;
			case URGENT -> Urgency.URGENT;
			case STAT -> Urgency.EMERGENCY;
		};
	}

}
