package org.twitchingreference.assessment.facts;

import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;

/**
 * One entry of the chart that a finding rests on, as the EHR states it: its reference,
 * what it is called, value and unit as written (empty where it has none), when, the
 * reference range that was used and whose that is, what it contributes, and a remark, if
 * any.
 */
public record Evidence(String resource, String what, String value, String unit, Optional<ChartTime> time,
		RangeUsed range, Contribution contribution, Optional<Reason> remark) {

	/** An entry without a value. */
	public static Evidence entry(String resource, String what, Optional<ChartTime> time, Contribution contribution,
			Optional<Reason> remark) {
		return new Evidence(resource, what, "", "", time, RangeUsed.NONE, contribution, remark);
	}

	/** The same as context, with a remark on what it is context for. */
	public Evidence asContext(Optional<Reason> reason) {
		Optional<Reason> both = CommonReason.joined(Stream.of(reason, this.remark).flatMap(Optional::stream));
		return new Evidence(this.resource, this.what, this.value, this.unit, this.time, this.range,
				Contribution.CONTEXT, both);
	}

	public Evidence withoutRemark() {
		return new Evidence(this.resource, this.what, this.value, this.unit, this.time, this.range, this.contribution,
				Optional.empty());
	}

	public boolean isMedicine() {
		return this.resource.startsWith("Medication");
	}

	public boolean isResult() {
		return this.resource.startsWith("Observation") && !this.value.isEmpty();
	}

	/** A bedside question with its answer. */
	public boolean isAnswer() {
		return this.resource.startsWith("QuestionnaireResponse");
	}

	/** Never prints what it holds of a patient. */
	@Override
	public String toString() {
		return "Evidence[...]";
	}

	/** Whether the entry supports the finding or speaks against it. */
	public enum Contribution {

		SUPPORTS, ARGUES_AGAINST, CONTEXT

	}

}
