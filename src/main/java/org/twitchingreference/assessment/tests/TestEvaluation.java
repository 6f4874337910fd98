package org.twitchingreference.assessment.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.Evaluator;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;

/**
 * Decides whether each test is done, ordered, suggested or not needed. A finished study
 * counts as done whatever calls for the test; a result counts as done unless something
 * calls for another one.
 */
public final class TestEvaluation {

	/** How many entries are named before the rest is only counted. */
	private static final int NAMED = 3;

	private final Facts facts;

	private final Map<String, Analyte> analytes;

	private final Map<String, List<Effect>> effects;

	private final Evaluator evaluator;

	private final Results results;

	private final TestOrders orders;

	private final DoneStudies studies;

	/** Takes the effects by test. */
	public TestEvaluation(Facts facts, Knowledge knowledge, Map<String, List<Effect>> effects, Evaluator evaluator,
			Results results) {
		this.facts = facts;
		this.analytes = knowledge.analytes();
		this.effects = effects;
		this.evaluator = evaluator;
		this.results = results;
		this.orders = new TestOrders(facts.chart().orders(), facts.asOf());
		this.studies = new DoneStudies(facts.chart().studies(), facts.asOf());
	}

	public TestFinding test(Activity test) {
		List<ChartTime> results = times(analytes(test));
		TestIndication indication = indication(test);
		TestCompletion study = this.studies.of(test);
		TestCompletion order = this.orders.of(test, results);
		if (study.isShown()) {
			return indication.finding(Status.DONE, study.evidence(),
					List.of(TestReason.DONE_ALREADY.reason(study.entries())));
		}
		Optional<Outcome> result = indication.isNone() ? result(test) : Optional.empty();
		if (result.isPresent()) {
			return indication.finding(Status.DONE, result.get().evidence(), List.of(TestReason.USABLE_RESULT.reason()));
		}
		if (order.isShown()) {
			return indication.finding(Status.ORDERED, order.evidence(),
					joined(List.of(TestReason.ORDERED_ALREADY.reason(order.entries())), indication.reasons()));
		}
		return indication.isNone() ? indication.finding(Status.NOT_NEEDED, List.of(), List.of(indication.whyNot()))
				: indication.finding(Status.SUGGESTED, List.of(), joined(indication.reasons(),
						joined(joined(study.notes(), order.notes()), unseen(test, results))));
	}

	private static List<Reason> joined(List<Reason> some, List<Reason> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private TestIndication indication(Activity test) {
		TestIndication indication = new TestIndication(test);
		for (Effect effect : this.effects.getOrDefault(test.id(), List.of())) {
			indication.add(effect, this.evaluator.evaluate(effect.condition()));
		}
		return indication;
	}

	/** When the samples behind the newest results of the analytes were taken. */
	private List<ChartTime> times(List<Analyte> analytes) {
		return analytes.stream().flatMap((analyte) -> this.results.newest(analyte).obtained().stream()).toList();
	}

	private List<Analyte> analytes(Activity test) {
		return test.analytes().stream().map((id) -> Objects.requireNonNull(this.analytes.get(id), id)).toList();
	}

	/**
	 * The result that shows that the test was done; not an older one if a newer one
	 * cannot be used.
	 */
	private Optional<Outcome> result(Activity test) {
		List<Analyte> analytes = analytes(test);
		if (analytes.stream().anyMatch((analyte) -> this.results.newest(analyte).isHidden())) {
			return Optional.empty();
		}
		return analytes.stream()
			.map((analyte) -> new ResultIs(analyte, analyte.validDays(), Comparison.PRESENT, Optional.empty(),
					Meaning.PLAIN))
			.map(this.evaluator::evaluate)
			.filter((outcome) -> outcome.is(Truth.HOLDS))
			.findFirst();
	}

	/**
	 * What may have been done or ordered without being noticed, because it was not read
	 * or not recognised.
	 */
	private List<Reason> unseen(Activity test, List<ChartTime> results) {
		List<Reason> unseen = new ArrayList<>();
		if (test.studies().isPresent() && !this.facts.isComplete(Part.STUDIES)) {
			unseen.add(TestReason.MAY_BE_DONE.reason(CommonReason.notRead(Part.STUDIES)));
		}
		if (test.orders().isPresent() && !this.facts.isComplete(Part.ORDERS)) {
			unseen.add(TestReason.MAY_BE_ORDERED.reason(CommonReason.notRead(Part.ORDERS)));
		}
		unrecognised(TestReason.MAY_BE_DONE, this.studies.unrecognised(test)).ifPresent(unseen::add);
		unrecognised(TestReason.MAY_BE_ORDERED, this.orders.unrecognised(test, results)).ifPresent(unseen::add);
		return unseen;
	}

	private static Optional<Reason> unrecognised(TestReason may, List<String> names) {
		List<String> first = names.subList(0, Math.min(NAMED, names.size()));
		return names.isEmpty() ? Optional.empty() : Optional.of(may
			.reason(TestReason.NAMES_WITHOUT_KNOWN_CODE.reason(first, names.size() - first.size(), names.size())));
	}

}
