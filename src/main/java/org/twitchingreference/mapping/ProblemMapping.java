package org.twitchingreference.mapping;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.mapping.element.ChartTimes;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.element.ConceptNames;
import org.twitchingreference.mapping.entry.MappingResult;

/** Conditions as problems; those refuted or entered in error are left out. */
final class ProblemMapping {

	private static final Set<String> LEFT_OUT = Set.of("refuted", "entered-in-error");

	private static final Set<String> ACTIVE = Set.of("active", "recurrence", "relapse");

	private static final Set<String> INACTIVE = Set.of("inactive", "remission", "resolved");

	private ProblemMapping() {
	}

	static void map(Condition condition, String reference, MappingResult<Problem> into) {
		Set<String> verification = Codings.meanings(condition.getVerificationStatus());
		if (!Collections.disjoint(verification, LEFT_OUT)) {
			return;
		}
		String name = Codings.name(condition.getCode());
		Optional<Boolean> active = active(condition);
		if (name.isEmpty()) {
			into.unreadable(reference, EntryReason.UNNAMED_PROBLEM);
		}
		else if (active.isEmpty()) {
			into.unreadable(reference, EntryReason.UNCLEAR_WHETHER_PROBLEM_IS_ACTIVE);
		}
		else {
			boolean confirmed = condition.getVerificationStatus().isEmpty() || verification.contains("confirmed");
			into.add(new Problem(reference, name, ConceptNames.texts(condition.getCode(), ""),
					Codings.codes(condition.getCode()), active.get(), confirmed, recorded(condition)));
		}
	}

	/** Empty when there is a status that FHIR does not define. */
	private static Optional<Boolean> active(Condition condition) {
		Set<String> status = Codings.meanings(condition.getClinicalStatus());
		if (condition.getClinicalStatus().isEmpty()) {
			return Optional.of(!condition.hasAbatement());
		}
		if (!Collections.disjoint(status, ACTIVE)) {
			return Optional.of(true);
		}
		return Collections.disjoint(status, INACTIVE) ? Optional.empty() : Optional.of(false);
	}

	private static Optional<ChartTime> recorded(Condition condition) {
		if (condition.getRecordedDateElement().getValueAsString() != null) {
			return ChartTimes.of(condition.getRecordedDateElement());
		}
		if (condition.getOnset() instanceof Period period) {
			return ChartTimes.of(period.getStartElement());
		}
		return (condition.getOnset() instanceof DateTimeType time) ? ChartTimes.of(time) : Optional.empty();
	}

}
