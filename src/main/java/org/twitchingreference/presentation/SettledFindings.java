package org.twitchingreference.presentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.OptionFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.AnswerStatus;
import org.twitchingreference.assessment.criteria.RecordedHabits;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestFinding;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;
import org.twitchingreference.knowledge.Urgency;

/**
 * The findings that will stay, of a chart of which parts are still being read. An
 * assessment knows those parts only as missing: here nothing that is on its way is called
 * unread, and nothing is suggested before what it rests on was received.
 */
final class SettledFindings {

	/** Reasons that do not name the part that is missing: any pending part may be it. */
	private static final Set<TestReason> OF_ANY_PART = EnumSet.of(TestReason.ASKED_BY_UNREAD, TestReason.CHECK_UNREAD);

	/** Reasons why a test may be needless: it may have been done or ordered already. */
	private static final Set<TestReason> OF_DOING = EnumSet.of(TestReason.MAY_BE_DONE, TestReason.MAY_BE_ORDERED);

	/** Details, which follow the reason that they explain in the list of reasons. */
	private static final Set<ReasonCode> OF_A_GROUND = Set.of(CommonReason.NOT_KNOWN, TestReason.RESTS_ON_VALUE);

	private final Collection<Reason> pending;

	private SettledFindings(Collection<Reason> pending) {
		this.pending = pending;
	}

	/**
	 * The chart with these findings only; unchanged once everything has been received.
	 */
	static AssessedChart settled(AssessedChart reading) {
		List<Reason> pending = reading.pendingParts().stream().map(CommonReason::notRead).toList();
		return pending.isEmpty() ? reading : new AssessedChart(reading.chart(),
				new SettledFindings(pending).settled(reading.assessment()), reading.readAt());
	}

	private Assessment settled(Assessment all) {
		return new Assessment(all.asOf(), all.contentVersion(), all.patient(), all.urgency(), all.critical(),
				all.causes()
					.stream()
					.filter((cause) -> cause.verdict() != Verdict.UNKNOWN || isSettled(cause.reasons()))
					.map(this::settled)
					.toList(),
				all.redFlags().stream().map(this::settled).toList(),
				all.tests().stream().flatMap((test) -> settled(test).stream()).toList(),
				all.options().stream().flatMap((option) -> settled(option).stream()).toList(),
				all.cautions().stream().map(this::settled).toList(),
				all.gaps().stream().filter((gap) -> isSettled(gap.why())).toList(),
				all.questions().stream().map(this::settled).toList(), all.mentions(), all.trends(), all.complaint());
	}

	/**
	 * A finding stays, without the remark that a pending part may hold something newer.
	 */
	private CauseFinding settled(CauseFinding one) {
		return new CauseFinding(one.id(), one.title(), one.rule(), one.verdict(), one.strength(), one.urgency(),
				one.evidence(), settled(one.reasons()), one.sources(), one.backing(), one.ofMedicine());
	}

	private AlertFinding settled(AlertFinding one) {
		return new AlertFinding(one.id(), one.title(), one.rule(), one.advice(), one.urgency(), one.evidence(),
				settled(one.reasons()), one.sources(), one.backing());
	}

	/**
	 * A suggested test stays for one settled reason, unless it may be done or ordered
	 * already; an urgent one does not wait for that.
	 */
	private Optional<TestFinding> settled(TestFinding one) {
		boolean asked = one.reasons().stream().anyMatch((reason) -> reason.is(CommonReason.STATED_BY_KNOWLEDGE));
		boolean waits = one.urgency().compareTo(Urgency.URGENT) < 0 && one.reasons()
			.stream()
			.anyMatch((reason) -> OF_DOING.stream().anyMatch(reason::is) && !isSettled(reason));
		boolean stays = (one.status() == TestFinding.Status.SUGGESTED) ? asked && !waits
				: !settled(one.reasons()).isEmpty();
		return (stays || isSettled(one.reasons())) ? Optional.of(with(one, settled(one.reasons()))) : Optional.empty();
	}

	private static TestFinding with(TestFinding one, List<Reason> reasons) {
		return new TestFinding(one.id(), one.title(), one.status(), one.urgency(), one.evidence(), reasons,
				one.sources(), one.ordering());
	}

	/**
	 * An option is offered once everything that could speak against it was received, and
	 * stays withheld for one settled reason.
	 */
	private Optional<OptionFinding> settled(OptionFinding one) {
		List<Reason> reasons = grounds(one.reasons()).filter(this::isSettled).flatMap(List::stream).toList();
		boolean stays = isSettled(one.reasons())
				|| (one.status() == OptionFinding.Status.WITHHELD && !reasons.isEmpty());
		return stays ? Optional.of(new OptionFinding(one.id(), one.title(), one.advice(), one.status(), one.urgency(),
				reasons, one.cautions(), one.sources(), one.general())) : Optional.empty();
	}

	/** Groups each reason of the knowledge with the details that follow it. */
	private static Stream<List<Reason>> grounds(List<Reason> reasons) {
		List<List<Reason>> grounds = new ArrayList<>();
		for (Reason reason : reasons) {
			if (grounds.isEmpty() || !OF_A_GROUND.contains(reason.code())) {
				grounds.add(new ArrayList<>());
			}
			grounds.get(grounds.size() - 1).add(reason);
		}
		return grounds.stream();
	}

	private List<Reason> settled(List<Reason> reasons) {
		return reasons.stream().filter(this::isSettled).toList();
	}

	/** The question stays, without the remark that the chart may say more. */
	private QuestionFinding settled(QuestionFinding one) {
		AnswerStatus asked = one.asked();
		RecordedHabits.Records recorded = new RecordedHabits.Records(asked.recorded().entries(),
				settled(asked.recorded().unread()));
		return new QuestionFinding(one.question(), one.age(), one.aboutRedFlags(), one.redFlag(), one.charted(),
				one.sign(), new AnswerStatus(asked.state(), asked.code(), asked.answers(), recorded), one.ifYes());
	}

	private boolean isSettled(List<Reason> reasons) {
		return reasons.stream().allMatch(this::isSettled);
	}

	private boolean isSettled(Reason reason) {
		return OF_ANY_PART.stream().noneMatch(reason::is) && this.pending.stream().noneMatch(reason::contains);
	}

}
