package org.twitchingreference.assessment;

import java.util.Comparator;
import java.util.stream.Stream;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.results.NewestResult;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.assessment.results.ResultUse;
import org.twitchingreference.assessment.results.Results;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Knowledge;

/** Results that exist but could not be used, or not as what they seem to be. */
final class ResultGaps {

	private final Facts facts;

	private final Results results;

	private final Knowledge knowledge;

	ResultGaps(Facts facts, Knowledge knowledge, Results results) {
		this.facts = facts;
		this.results = results;
		this.knowledge = knowledge;
	}

	/** Results that are about somebody or something else than the patient. */
	Stream<Gap> aboutOthers() {
		return this.facts.chart()
			.results()
			.stream()
			.filter((result) -> result.about().isPresent() && result.status() != Status.NOT_A_RESULT)
			.limit(Gaps.NAMED)
			.map((result) -> Gap.of(result.name(),
					GapReason.ABOUT_ANOTHER.reason(AsWritten.dated(result), result.reference(), about(result))));
	}

	/** Whom it is about, in the EHR's words if it has any. */
	private static Object about(LabResult result) {
		return result.about()
			.filter((words) -> !words.isEmpty())
			.<Object>map((words) -> words)
			.orElseGet(CommonReason.SOMEBODY_ELSE::reason);
	}

	/** Results whose specimen is another than their code or name says. */
	Stream<Gap> ofOtherSpecimens() {
		return this.facts.ofOtherSpecimens()
			.stream()
			.filter((result) -> result.status() != Status.NOT_A_RESULT)
			.limit(Gaps.NAMED)
			.map((result) -> Gap.of(result.name(),
					GapReason.OF_OTHER_SPECIMEN.reason(AsWritten.dated(result), result.reference(), specimen(result))));
	}

	private String specimen(LabResult result) {
		return this.knowledge.reports().results().specimen(result.specimens().get(0));
	}

	/** Results that may still change. */
	Stream<Gap> preliminary() {
		return analytes().filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> this.facts.results(analyte).stream())
			.filter((result) -> result.status() == Status.PRELIMINARY)
			.filter(ResultUse::hasValue)
			.limit(Gaps.NAMED)
			.map((result) -> new Gap(GapSubject.PRELIMINARY_RESULT.reason(AsWritten.named(result)),
					GapReason.PRELIMINARY_NOT_MATCHED.reason()));
	}

	/** Results that are not used, although they may be the newest. */
	Stream<Gap> setAside() {
		return analytes().filter((analyte) -> !analyte.vitalSign() && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.flatMap((analyte) -> this.results.usable().setAside(analyte).stream())
			.limit(Gaps.NAMED);
	}

	/** Reports that may be newer than the results that were read. */
	Stream<Gap> unreadReports() {
		return analytes().filter((analyte) -> this.facts.results(analyte).stream().anyMatch(ResultGaps::isInReport))
			.flatMap((analyte) -> this.results.usable().lastKnown(analyte).stream().filter(ResultGaps::isInReport))
			.map((report) -> new Gap(GapSubject.UNREAD_REPORT.reason(AsWritten.dated(report.name(), report.time())),
					GapReason.REPORT_WITHOUT_RESULTS.reason(report.reference())))
			.distinct()
			.limit(Gaps.NAMED);
	}

	/** Unusable results that perhaps no rule asks for. */
	Stream<Gap> notUnderstood() {
		return analytes()
			.filter((analyte) -> analyte.kind() == Analyte.Kind.LABORATORY && !this.facts.results(analyte).isEmpty())
			.sorted(Comparator.comparing(Analyte::id))
			.map((analyte) -> this.results.newest(analyte))
			.filter(NewestResult.Missing.class::isInstance)
			.map((missing) -> ((NewestResult.Missing) missing).gap())
			.filter((gap) -> gap.why().is(ResultReason.RESULT_UNUSABLE))
			.limit(Gaps.NAMED);
	}

	private Stream<Analyte> analytes() {
		return this.knowledge.analytes().values().stream();
	}

	private static boolean isInReport(LabResult result) {
		return result.status() == Status.IN_REPORT;
	}

}
