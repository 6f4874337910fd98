package org.twitchingreference.mapping;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Study;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.entry.MappingResult;

/**
 * Reports and procedures as studies: finished when a report is final or a procedure
 * completed. What was a mistake, cancelled or not done is not a study.
 */
final class StudyMapping {

	private static final Map<String, Boolean> REPORTS = Map.of("final", true, "amended", true, "corrected", true,
			"appended", true, "registered", false, "partial", false, "preliminary", false);

	private static final Map<String, Boolean> PROCEDURES = Map.of("completed", true, "preparation", false,
			"in-progress", false, "on-hold", false);

	private static final Set<String> NEVER_DONE = Set.of("entered-in-error", "cancelled", "not-done", "stopped");

	private StudyMapping() {
	}

	static void map(DiagnosticReport report, String reference, MappingResult<Study> into) {
		String status = Objects.toString(report.getStatusElement().getValueAsString(), "");
		Optional<ChartTime> time = isEmpty(report.getEffective()) ? ChartTimes.of(report.getIssuedElement())
				: time(report.getEffective());
		study(reference, report.getCode(), status, REPORTS, time, into);
	}

	static void map(Procedure procedure, String reference, MappingResult<Study> into) {
		String status = Objects.toString(procedure.getStatusElement().getValueAsString(), "");
		study(reference, procedure.getCode(), status, PROCEDURES, time(procedure.getPerformed()), into);
	}

	private static void study(String reference, CodeableConcept code, String status, Map<String, Boolean> statuses,
			Optional<ChartTime> time, MappingResult<Study> into) {
		String name = Codings.name(code);
		Boolean finished = statuses.get(status);
		if (NEVER_DONE.contains(status)) {
			return;
		}
		if (finished == null) {
			into.unreadable(reference, EntryReason.STATUS_NOT_UNDERSTOOD);
		}
		else if (name.isEmpty()) {
			into.unreadable(reference, EntryReason.UNNAMED_STUDY);
		}
		else {
			into.add(new Study(reference, name, Codings.codes(code), finished, time));
		}
	}

	private static boolean isEmpty(@Nullable Type time) {
		return time == null || time.isEmpty();
	}

	/** The moment or the end of the period; an age or words give no time. */
	private static Optional<ChartTime> time(@Nullable Type time) {
		if (time instanceof Period period) {
			return ChartTimes.end(period);
		}
		return (time instanceof BaseDateTimeType moment) ? ChartTimes.of(moment) : Optional.empty();
	}

}
