package org.twitchingreference.assessment.criteria;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Evidence;
import org.twitchingreference.assessment.facts.Evidence.Contribution;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Outcome;
import org.twitchingreference.assessment.facts.RangeUsed;
import org.twitchingreference.assessment.results.ResultUse;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Question;
import org.twitchingreference.knowledge.Question.Recorded;

/**
 * What the chart records about the subject of a bedside question, shown beside it. It
 * never answers the question: it was written down at some time for some other reason.
 */
public final class RecordedHabits {

	/** How many entries are shown, newest first: wearables write one a day. */
	private static final int SHOWN = 3;

	private static final Comparator<LabResult> NEWEST_FIRST = Comparator
		.comparing((LabResult one) -> one.time().map(ChartTime::lastDay).orElse(LocalDate.MIN))
		.reversed()
		.thenComparing(LabResult::reference);

	private final Facts facts;

	RecordedHabits(Facts facts) {
		this.facts = facts;
	}

	/** The part of the chart that holds it. */
	public static Part part(Recorded recorded) {
		return switch (recorded.place()) {
			case SOCIAL_HISTORY -> Part.SOCIAL_HISTORY;
			case SCORE -> Part.SCORES;
		};
	}

	/**
	 * The outcome "to be asked", with what the chart records about it, or that it could
	 * not be read.
	 */
	Outcome ask(Question question) {
		Records found = of(question);
		return Outcome.ask(found.entries(), CommonReason.stated(question.text(), found.unread()));
	}

	Records of(Question question) {
		Stream<Reason> unread = question.recorded()
			.stream()
			.map(RecordedHabits::part)
			.filter((part) -> !this.facts.isComplete(part))
			.distinct()
			.map((part) -> AnswerReason.RECORD_MAY_BE_MISSING.reason(CommonReason.notRead(part)));
		return new Records(question.recorded().stream().flatMap(this::evidence).toList(), unread.toList());
	}

	private Stream<Evidence> evidence(Recorded recorded) {
		LocalDate from = this.facts.asOf().minusDays(recorded.withinDays());
		ResultUse use = new ResultUse(this.facts.asOf());
		return this.facts.recorded(recorded.codes())
			.stream()
			.filter((one) -> one.status().isReported() && ResultUse.hasValue(one))
			.filter((one) -> one.time().map((time) -> use.isPast(time) && !time.lastDay().isBefore(from)).orElse(true))
			.sorted(NEWEST_FIRST)
			.limit(SHOWN)
			.map(RecordedHabits::evidence);
	}

	private static Evidence evidence(LabResult one) {
		AnswerReason remark = (one.status() == Status.PRELIMINARY) ? AnswerReason.AS_RECORDED_PRELIMINARY
				: AnswerReason.AS_RECORDED;
		return new Evidence(one.reference(), one.name(), one.value().shown(), AsWritten.unit(one), one.time(),
				RangeUsed.NONE, Contribution.CONTEXT, Optional.of(remark.reason()));
	}

	/** What the chart records, and that there may be more in parts that were not read. */
	public record Records(List<Evidence> entries, List<Reason> unread) {

		static final Records NOTHING = new Records(List.of(), List.of());

		public Records {
			entries = List.copyOf(entries);
			unread = List.copyOf(unread);
		}

		/** Never prints what it holds of a patient. */
		@Override
		public String toString() {
			return "Records[...]";
		}

	}

}
