package org.twitchingreference.assessment;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.assessment.results.CriticalValue;
import org.twitchingreference.assessment.results.ResultReason;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte.Action;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.Urgency;

/**
 * A value that is critical in itself, whatever rules are met: the id and title of its
 * analyte, the value and unit to show (of an adjusted calcium the computed ones), the
 * result behind it, its urgency, whether it is confirmed, why it is critical, the sources
 * of the limit, and what to do.
 */
public record CriticalFinding(String id, String what, String value, String unit, LabResult result, Urgency urgency,
		boolean confirmed, List<Reason> reasons, List<Source> sources, Optional<Action> action) {

	public CriticalFinding {
		reasons = List.copyOf(reasons);
		sources = List.copyOf(sources);
	}

	static CriticalFinding of(CriticalValue critical) {
		LabResult result = critical.result();
		return new CriticalFinding(critical.analyte().id(), critical.analyte().title(),
				critical.computed().map((value) -> value.amount().toPlainString()).orElse(result.value().ofOneResult()),
				critical.computed().map((value) -> value.unit()).orElseGet(() -> AsWritten.unit(result)), result,
				critical.urgency(), critical.confirmed(), critical.reasons(), critical.sources(), critical.action());
	}

	/** Whether the report gives it only provisionally. */
	public boolean isPreliminary() {
		return this.result.status() == LabResult.Status.PRELIMINARY;
	}

	/** Whether the result has no unit, and it is critical in units that it may have. */
	public boolean isWithoutUnit() {
		return this.reasons.stream().anyMatch((why) -> why.is(ResultReason.CRITICAL_IF_IN));
	}

	/** Whether a limit of this reference says so, and not only the laboratory's flag. */
	public boolean isByLimit() {
		return this.reasons.stream()
			.anyMatch((why) -> why.is(ResultReason.BELOW_LIMIT) || why.is(ResultReason.FROM_LIMIT));
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "CriticalFinding[" + this.id + "]";
	}

}
