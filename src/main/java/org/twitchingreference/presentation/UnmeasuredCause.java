package org.twitchingreference.presentation;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** A cause that is open only because something was not measured recently. */
final class UnmeasuredCause {

	private static final Set<ResultReason> NOT_MEASURED = EnumSet.of(ResultReason.NEVER_MEASURED,
			ResultReason.NOT_MEASURED_SINCE, ResultReason.LAST_MEASURED);

	private UnmeasuredCause() {
	}

	static boolean is(CauseFinding cause) {
		return cause.verdict() == Verdict.UNKNOWN && !cause.reasons().isEmpty()
				&& cause.reasons().stream().allMatch(UnmeasuredCause::is);
	}

	/** Whether the cause is open only because a part of the chart was not read. */
	static boolean isUnread(CauseFinding cause) {
		return cause.verdict() == Verdict.UNKNOWN && !cause.reasons().isEmpty()
				&& cause.reasons()
					.stream()
					.allMatch((reason) -> reason.is(CommonReason.NOT_KNOWN)
							&& reason.arguments().get(1) instanceof Reason why && why.is(CommonReason.NOT_READ));
	}

	/** What was not measured, as inside a sentence: "total calcium". */
	static Stream<String> names(CauseFinding cause, Texts texts) {
		return cause.reasons()
			.stream()
			.map((reason) -> Wording.spoken(texts.of((Reason) reason.arguments().get(0))))
			.distinct();
	}

	private static boolean is(Reason reason) {
		return reason.is(CommonReason.NOT_KNOWN) && reason.arguments().get(1) instanceof Reason why
				&& why.code() instanceof ResultReason code && NOT_MEASURED.contains(code);
	}

}
