package org.twitchingreference.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.CriticalValues;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/** The critical values of a chart, and the verdict on each rule. */
record RuleFindings(List<CriticalFinding> critical, List<CauseFinding> causes, List<AlertFinding> redFlags,
		List<AlertFinding> cautions) {

	/**
	 * By verdict, supported causes first; then the more urgent, then the better
	 * supported.
	 */
	private static final Comparator<CauseFinding> RANKING = Comparator.comparing(CauseFinding::verdict)
		.thenComparing(CauseFinding::urgency, Comparator.reverseOrder())
		.thenComparing((cause) -> cause.strength().orElse(Strength.WEAK), Comparator.reverseOrder());

	static RuleFindings of(Knowledge knowledge, Evaluator evaluator, CriticalValues values) {
		return new RuleFindings(critical(knowledge, values), causes(knowledge, evaluator),
				alerts(Rule.Kind.RED_FLAG, knowledge, evaluator), alerts(Rule.Kind.CAUTION, knowledge, evaluator));
	}

	/** The most urgent first, confirmed before unconfirmed. */
	private static List<CriticalFinding> critical(Knowledge knowledge, CriticalValues values) {
		return knowledge.analytes()
			.values()
			.stream()
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> values.of(analyte).stream())
			.map(CriticalFinding::of)
			.sorted(Comparator.comparing(CriticalFinding::urgency).thenComparing(CriticalFinding::confirmed).reversed())
			.toList();
	}

	private static List<CauseFinding> causes(Knowledge knowledge, Evaluator evaluator) {
		return knowledge.rules(Rule.Kind.CAUSE).stream().map((rule) -> cause(rule, evaluator)).sorted(RANKING).toList();
	}

	private static CauseFinding cause(Rule rule, Evaluator evaluator) {
		Outcome outcome = evaluator.rule(rule.id());
		ContributedContext context = ContributedContext.of(rule, outcome, evaluator);
		boolean met = outcome.is(Truth.HOLDS);
		return new CauseFinding(rule.id(), rule.title(), rule.text(), verdict(outcome),
				met ? outcome.strength() : Optional.empty(), met ? context.urgency() : Urgency.ROUTINE,
				context.evidence(), outcome.reasons(), context.sources(), rule.backing(context.sources()),
				rule.condition().needsMedicine());
	}

	private static Verdict verdict(Outcome outcome) {
		return switch (outcome.truth()) {
			case HOLDS -> Verdict.MET;
			case FAILS -> Verdict.NOT_MET;
			case OPEN -> Verdict.UNKNOWN;
			case ASK -> Verdict.ASK;
		};
	}

	private static List<AlertFinding> alerts(Rule.Kind kind, Knowledge knowledge, Evaluator evaluator) {
		return knowledge.rules(kind)
			.stream()
			.filter((rule) -> evaluator.rule(rule.id()).is(Truth.HOLDS))
			.map((rule) -> alert(rule, evaluator))
			.sorted(Comparator.comparing(AlertFinding::urgency).reversed())
			.toList();
	}

	private static AlertFinding alert(Rule rule, Evaluator evaluator) {
		Outcome outcome = evaluator.rule(rule.id());
		ContributedContext context = ContributedContext.of(rule, outcome, evaluator);
		return new AlertFinding(rule.id(), rule.title(), rule.text(), rule.advice(), context.urgency(),
				context.evidence(), outcome.reasons(), context.sources(), rule.backing(context.sources()));
	}

	/** The urgency of the most urgent finding. */
	Urgency urgency() {
		return Stream
			.of(this.critical.stream().map(CriticalFinding::urgency), this.causes.stream().map(CauseFinding::urgency),
					alerts().map(AlertFinding::urgency))
			.flatMap(Function.identity())
			.reduce(Urgency.ROUTINE, Urgency::or);
	}

	private Stream<AlertFinding> alerts() {
		return Stream.concat(this.redFlags.stream(), this.cautions.stream());
	}

	/** The references of the entries that support the findings. */
	Set<String> supportedBy() {
		Stream<Evidence> evidence = Stream
			.concat(this.causes.stream().map(CauseFinding::evidence), alerts().map(AlertFinding::evidence))
			.flatMap(List::stream);
		return Stream
			.concat(this.critical.stream().map((one) -> one.result().reference()),
					evidence.filter((one) -> one.contribution() == Contribution.SUPPORTS).map(Evidence::resource))
			.collect(Collectors.toSet());
	}

}
