package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.assessment.OptionFinding.Status;
import org.twitchingreference.assessment.Outcome.Doubt;
import org.twitchingreference.assessment.Outcome.Truth;
import org.twitchingreference.chart.Part;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Criterion.Comparison;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.Criterion.ResultIs;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/** What the chart does to each test and option. */
final class Effects {

	private final Knowledge knowledge;

	private final Map<String, List<Effect>> effects;

	private final Evaluator evaluator;

	/** Takes the effects by the test or option that they are on. */
	Effects(Knowledge knowledge, Map<String, List<Effect>> effects, Evaluator evaluator) {
		this.knowledge = knowledge;
		this.effects = effects;
		this.evaluator = evaluator;
	}

	TestFinding test(Activity test) {
		List<String> reasons = new ArrayList<>();
		Set<Source> sources = new LinkedHashSet<>(test.sources());
		Urgency urgency = Urgency.ROUTINE;
		boolean notRead = false;
		for (Effect effect : this.effects.getOrDefault(test.id(), List.of())) {
			Outcome outcome = effect.condition().evaluate(this.evaluator);
			boolean unseen = outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.PRESENCE_NOT_READ;
			notRead |= outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.NOT_READ;
			if (outcome.is(Truth.HOLDS) || unseen) {
				reasons
					.add(unseen ? "Check the chart first: " + Words.notRead(Part.LABORATORY) + "." : effect.reason());
				sources.addAll(effect.sources());
				urgency = urgency.or(effect.urgency());
			}
		}
		if (!reasons.isEmpty()) {
			return finding(test, TestFinding.Status.SUGGESTED, urgency, reasons, sources);
		}
		return notSuggested(test, notRead, sources);
	}

	private TestFinding notSuggested(Activity test, boolean notRead, Set<Source> sources) {
		if (isDone(test)) {
			return finding(test, TestFinding.Status.DONE, Urgency.ROUTINE, List.of("A usable result is in its window."),
					sources);
		}
		String reason = notRead ? "Not known: what could ask for it was not read completely."
				: "Nothing that was read asks for it.";
		return finding(test, TestFinding.Status.NOT_NEEDED, Urgency.ROUTINE, List.of(reason), sources);
	}

	private static TestFinding finding(Activity test, TestFinding.Status status, Urgency urgency, List<String> reasons,
			Set<Source> sources) {
		return new TestFinding(test.id(), test.title(), status, urgency, reasons.stream().distinct().toList(),
				List.copyOf(sources));
	}

	private boolean isDone(Activity test) {
		return test.analytes().stream().anyMatch((id) -> {
			Analyte analyte = Objects.requireNonNull(this.knowledge.analytes().get(id), id);
			return new ResultIs(analyte, analyte.validDays(), Comparison.PRESENT, Optional.empty(), Meaning.PLAIN)
				.evaluate(this.evaluator)
				.is(Truth.HOLDS);
		});
	}

	/** The option as this chart has it, empty when nothing in the chart brings it up. */
	Optional<OptionFinding> option(Activity option) {
		List<String> offers = new ArrayList<>();
		List<String> withheld = new ArrayList<>();
		List<String> checks = new ArrayList<>();
		Set<String> cautions = new LinkedHashSet<>();
		Set<Source> sources = new LinkedHashSet<>(option.sources());
		for (Effect effect : this.effects.getOrDefault(option.id(), List.of())) {
			Outcome outcome = effect.condition().evaluate(this.evaluator);
			if (outcome.is(Truth.HOLDS)) {
				((effect.kind() == Effect.Kind.WITHHOLD) ? withheld : offers).add(effect.reason());
				sources.addAll(effect.sources());
				effect.cautions().stream().filter(this::isRaised).forEach(cautions::add);
			}
			else if (effect.kind() == Effect.Kind.WITHHOLD) {
				check(outcome).ifPresent((check) -> checks.add(check + effect.reason()));
			}
		}
		if (offers.isEmpty() && withheld.isEmpty()) {
			return Optional.empty();
		}
		offers.addAll(checks);
		return Optional.of(new OptionFinding(option.id(), option.title(), option.text(),
				withheld.isEmpty() ? Status.OFFERED : Status.WITHHELD, withheld.isEmpty() ? offers : withheld,
				List.copyOf(cautions), List.copyOf(sources)));
	}

	private static Optional<String> check(Outcome outcome) {
		return switch (outcome.doubt()) {
			case NOT_READ -> Optional.of("Check first, it could not be read whether this applies: ");
			case UNCONFIRMED -> Optional.of("Check first, this is listed but not confirmed: ");
			case NONE, ABSENT, UNDECIDED, PRESENCE_NOT_READ -> Optional.empty();
		};
	}

	private boolean isRaised(String caution) {
		return this.evaluator.rule(caution).is(Truth.HOLDS);
	}

}
