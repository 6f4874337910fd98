package org.twitchingreference.presentation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.twitchingreference.assessment.AlertFinding;
import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.QuestionFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.criteria.Asked;
import org.twitchingreference.assessment.criteria.RecordedHabits;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.tests.TestReason;
import org.twitchingreference.clinical.Reason;

/**
 * What can be said of a chart while parts of it are still being read. An assessment knows
 * those parts only as missing; nothing is called unread that is on its way, and nothing
 * is suggested before what it rests on is in.
 */
final class StillLoading {

	/** They do not say which part is missing. */
	private static final Set<TestReason> OF_ANY_PART = EnumSet.of(TestReason.ASKED_BY_UNREAD, TestReason.CHECK_UNREAD);

	private final Collection<Reason> pending;

	private StillLoading(Collection<Reason> pending) {
		this.pending = pending;
	}

	/** The same where all is in. */
	static AssessedChart settled(AssessedChart reading) {
		List<Reason> pending = reading.pendingParts().stream().map(CommonReason::notRead).toList();
		return pending.isEmpty() ? reading : new AssessedChart(reading.chart(),
				new StillLoading(pending).settled(reading.assessment()), reading.readAt());
	}

	private Assessment settled(Assessment all) {
		return new Assessment(all.asOf(), all.contentVersion(), all.patient(), all.urgency(), all.critical(),
				all.causes()
					.stream()
					.filter((cause) -> cause.verdict() != Verdict.UNKNOWN || isSettled(cause.reasons()))
					.map(this::settled)
					.toList(),
				all.redFlags().stream().map(this::settled).toList(),
				all.tests().stream().filter((test) -> isSettled(test.reasons())).toList(),
				all.options().stream().filter((option) -> isSettled(option.reasons())).toList(),
				all.cautions().stream().map(this::settled).toList(),
				all.gaps().stream().filter((gap) -> isSettled(List.of(gap.why()))).toList(),
				all.questions().stream().map(this::settled).toList(), all.mentions(), all.trends(), all.complaint());
	}

	/** What was found stays, without the reason that a newer result may exist. */
	private CauseFinding settled(CauseFinding one) {
		return new CauseFinding(one.id(), one.title(), one.rule(), one.verdict(), one.strength(), one.urgency(),
				one.evidence(), settled(one.reasons()), one.sources(), one.backing(), one.ofMedicine());
	}

	private AlertFinding settled(AlertFinding one) {
		return new AlertFinding(one.id(), one.title(), one.rule(), one.advice(), one.urgency(), one.evidence(),
				settled(one.reasons()), one.sources(), one.backing());
	}

	private List<Reason> settled(List<Reason> reasons) {
		return reasons.stream().filter((reason) -> isSettled(List.of(reason))).toList();
	}

	/** The question stays, without the remark that the chart may say more. */
	private QuestionFinding settled(QuestionFinding one) {
		Asked asked = one.asked();
		RecordedHabits.Found recorded = new RecordedHabits.Found(asked.recorded().entries(),
				settled(asked.recorded().unread()));
		return new QuestionFinding(one.question(), one.age(), one.aboutRedFlags(), one.redFlag(), one.charted(),
				one.sign(), new Asked(asked.state(), asked.code(), asked.answers(), recorded), one.ifYes());
	}

	private boolean isSettled(List<Reason> reasons) {
		return reasons.stream()
			.noneMatch((reason) -> OF_ANY_PART.stream().anyMatch(reason::is)
					|| this.pending.stream().anyMatch(reason::says));
	}

}
