package org.twitchingreference.assessment.tests;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.Outcome.Doubt;
import org.twitchingreference.assessment.facts.Outcome.Truth;
import org.twitchingreference.assessment.tests.TestFinding.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/** Why a chart calls for a test: the reasons, their sources, and how soon. */
final class TestIndication {

	private final Activity test;

	private final List<Reason> reasons = new ArrayList<>();

	private final Set<Source> sources;

	private Urgency urgency = Urgency.ROUTINE;

	private boolean notRead;

	private boolean notRecognised;

	private boolean notConfirmed;

	TestIndication(Activity test) {
		this.test = test;
		this.sources = new LinkedHashSet<>(test.sources());
	}

	/**
	 * Adds an effect that suggests the test, with the outcome of its condition. A
	 * condition that is open only because results were not read gives a reason, but no
	 * urgency.
	 */
	void add(Effect effect, Outcome outcome) {
		boolean unseen = outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.PRESENCE_NOT_READ;
		this.notRead |= outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.NOT_READ;
		this.notRecognised |= outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.UNRECOGNISED;
		this.notConfirmed |= outcome.is(Truth.OPEN) && outcome.doubt() == Doubt.UNCONFIRMED;
		if (outcome.is(Truth.HOLDS) || unseen) {
			this.reasons.addAll(unseen ? unseen(outcome) : CommonReason.cited(effect.reason(), effect.sources()));
			this.sources.addAll(effect.sources());
		}
		if (outcome.is(Truth.HOLDS)) {
			this.urgency = this.urgency.or(effect.urgency());
		}
	}

	/** What to look up in the chart before doing the test. */
	private static List<Reason> unseen(Outcome outcome) {
		List<Reason> unread = outcome.gaps()
			.stream()
			.map((gap) -> gap.why())
			.filter((why) -> why.is(CommonReason.NOT_READ))
			.distinct()
			.toList();
		return (unread.isEmpty() ? List.of(CommonReason.notRead(Part.LABORATORY)) : unread).stream()
			.map((why) -> TestReason.CHECK_CHART_FIRST.reason(why))
			.toList();
	}

	boolean isNone() {
		return this.reasons.isEmpty();
	}

	List<Reason> reasons() {
		return List.copyOf(this.reasons);
	}

	/** Why nothing asks for it. */
	Reason whyNot() {
		if (this.notRead) {
			return TestReason.ASKED_BY_UNREAD.reason();
		}
		if (this.notRecognised) {
			return TestReason.ASKED_BY_UNRECOGNISED.reason();
		}
		return (this.notConfirmed ? TestReason.ASKED_BY_UNCONFIRMED : TestReason.ASKED_BY_NOTHING).reason();
	}

	TestFinding finding(Status status, List<Evidence> evidence, List<Reason> why) {
		return new TestFinding(this.test.id(), this.test.title(), status,
				(status == Status.DONE) ? Urgency.ROUTINE : this.urgency, evidence, why.stream().distinct().toList(),
				List.copyOf(this.sources), this.test.ordering());
	}

}
