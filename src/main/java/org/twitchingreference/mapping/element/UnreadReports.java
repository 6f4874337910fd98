package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.chart.ValueReason;
import org.twitchingreference.clinical.ChartTime;

/**
 * Reports whose values are in no Observation, but only in a document or a conclusion in
 * words. Each becomes a result that cannot be read, under the codes of the report and its
 * category.
 */
public final class UnreadReports {

	private static final Set<String> NO_REPORT = Set.of("entered-in-error", "cancelled");

	private UnreadReports() {
	}

	/** The report as a result; empty where its results are somewhere else. */
	public static Optional<LabResult> of(DiagnosticReport report, String reference) {
		if (!isUnread(report)) {
			return Optional.empty();
		}
		Optional<ChartTime> time = time(report);
		String name = Codings.name(report.getCode());
		return Optional.of(new LabResult(reference, name.isEmpty() ? reference : name,
				Stream.concat(Stream.of(report.getCode()), report.getCategory().stream())
					.map(Codings::codes)
					.flatMap(List::stream)
					.toList(),
				Status.IN_REPORT, Objects.toString(report.getStatusElement().getValueAsString(), ""),
				new ResultValue.Other(conclusion(report), ValueReason.NO_VALUE.reason()), time,
				time.isEmpty() && hasTime(report), List.of(), List.of(), List.of(), Optional.empty()));
	}

	/** Whether it says something and neither refers to results nor contains any. */
	public static boolean isUnread(DiagnosticReport report) {
		return !NO_REPORT.contains(Objects.toString(report.getStatusElement().getValueAsString(), ""))
				&& (report.hasPresentedForm() || report.hasConclusion() || report.hasConclusionCode())
				&& report.getResult().stream().noneMatch((result) -> result.hasReference())
				&& report.getContained().stream().noneMatch(Observation.class::isInstance);
	}

	/** The conclusion, which the physician may read. */
	private static String conclusion(DiagnosticReport report) {
		return report.hasConclusion() ? ChartText.name(report.getConclusion())
				: report.getConclusionCode().stream().map(Codings::name).findFirst().orElse("");
	}

	private static boolean hasTime(DiagnosticReport report) {
		return (report.hasEffective() && !report.getEffective().isEmpty())
				|| report.getIssuedElement().getValueAsString() != null;
	}

	/** An effective time that is there but unreadable is not replaced by another one. */
	private static Optional<ChartTime> time(DiagnosticReport report) {
		if (report.getEffective() instanceof BaseDateTimeType time && time.getValueAsString() != null) {
			return ChartTimes.of(time);
		}
		if (report.getEffective() instanceof Period period && !period.isEmpty()) {
			return ChartTimes.end(period);
		}
		return ChartTimes.of(report.getIssuedElement());
	}

}
