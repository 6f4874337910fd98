package org.twitchingreference.presentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Assessment;
import org.twitchingreference.assessment.CauseFinding;
import org.twitchingreference.assessment.Verdict;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.presentation.actions.Grounds;
import org.twitchingreference.presentation.cards.FindingRows;
import org.twitchingreference.presentation.cards.PageMarks;
import org.twitchingreference.presentation.evidence.Badge;
import org.twitchingreference.presentation.evidence.EvidenceLines;
import org.twitchingreference.presentation.evidence.EvidenceRow;
import org.twitchingreference.presentation.evidence.SourceRow;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * A cause that the chart does not support, in full and in {@code brief}: to be asked
 * about, not known, or argued against; with its reasons in one line, the remark if no
 * source supports it, and its evidence. {@code arguesAgainst} if some of that does;
 * {@code gap} is "cause" if one of its reasons is a gap of the chart, else empty.
 */
public record CauseRow(PageMarks mark, String title, String brief, boolean unmeasured, boolean unread, String reasons,
		String backing, String gap, boolean arguesAgainst, List<EvidenceRow> evidence, List<SourceRow> references,
		Grounds grounds) {

	static Stream<CauseRow> list(Assessment assessment, Verdict verdict, EvidenceLines lines, Texts texts) {
		return FindingRows.with(assessment, verdict).map((cause) -> of(cause, assessment, lines, texts));
	}

	/** The entry shown at a glance: the first that is for or against it. */
	public List<EvidenceRow> first() {
		return this.evidence.stream().limit(1).toList();
	}

	/** The others, which are folded. */
	public List<EvidenceRow> further() {
		return this.evidence.stream().skip(1).toList();
	}

	/** Whether something of the chart speaks against it, not only its silence. */
	private static boolean arguesAgainst(CauseFinding cause) {
		return cause.evidence().stream().anyMatch((one) -> one.contribution() == Contribution.ARGUES_AGAINST);
	}

	/** The newest result that argues against it, what was not measured, or the title. */
	private static String brief(CauseFinding cause, EvidenceLines lines, Texts texts) {
		if (UnmeasuredCause.is(cause)) {
			return String.join(", ", UnmeasuredCause.names(cause, texts).toList());
		}
		return Wording.within(lines.valueAgainst(cause.title(), cause.evidence()).orElse(cause.title()));
	}

	/**
	 * The reasons in words; several things that are not known for the same reason share
	 * one sentence.
	 */
	private static List<String> together(List<Reason> reasons, Texts texts) {
		Map<Object, List<Reason>> same = reasons.stream()
			.collect(Collectors.groupingBy(
					(reason) -> reason.is(CommonReason.NOT_KNOWN) ? reason.arguments().get(1) : reason,
					LinkedHashMap::new, Collectors.toList()));
		return same.entrySet()
			.stream()
			.map((one) -> (one.getValue().size() == 1) ? texts.of(one.getValue().get(0))
					: texts.get("reason.not-known", names(one.getValue(), texts), texts.of((Reason) one.getKey())))
			.toList();
	}

	private static String names(List<Reason> unknown, Texts texts) {
		return Wording.first(unknown.stream()
			.map((reason) -> texts.of((Reason) reason.arguments().get(0)))
			.map(Wording::spoken)
			.distinct()
			.collect(Collectors.joining(", ")));
	}

	private static CauseRow of(CauseFinding cause, Assessment assessment, EvidenceLines lines, Texts texts) {
		boolean gap = cause.verdict() == Verdict.UNKNOWN
				&& assessment.gaps().stream().anyMatch((one) -> NotKnown.isReasonOf(cause, one));
		return new CauseRow(PageMarks.cause(cause.id(), cause.verdict()), cause.title(), brief(cause, lines, texts),
				UnmeasuredCause.is(cause), UnmeasuredCause.isUnread(cause),
				Wording.oneLine(together(cause.reasons(), texts)), Badge.words(cause.backing(), texts),
				gap ? "cause" : "", arguesAgainst(cause), lines.mainFirst(cause.evidence(), cause.reasons()),
				SourceRow.best(cause.sources(), texts), Grounds.of(cause, lines, texts));
	}

}
