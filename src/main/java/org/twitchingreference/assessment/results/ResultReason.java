package org.twitchingreference.assessment.results;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.clinical.ReasonCode;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Analyte.Threshold;

/** Why a result counts or not, and remarks on it. */
public enum ResultReason implements ReasonCode {

	NEVER_MEASURED(), NOT_MEASURED_SINCE("day"), LAST_MEASURED("day", "days"), LAST_CRITICAL("day", "days", "value"),
	UNCLEAR_DATE("day"), RESULT_UNUSABLE("result", "why"), PRELIMINARY("result"), UNSUITABLE_SPECIMEN("result"),
	PLACED_NOWHERE("result"), TIME_UNREADABLE("result"), AFTER_ASSESSMENT("result"), NOT_USED("reference", "why"),
	AWAITED("result"), STATUS_UNCLEAR("result", "status"), STATUS_MISSING("result"), CONTESTED("result"),
	ENTRY_DAMAGED("result"), CONTRADICTED("result", "why"), IMPOSSIBLE("analyte"), FLAGGED_CRITICAL("flags"),
	RESULT_WITHOUT_VALUE("day", "why"), UNDATED_RESULT_WITHOUT_VALUE("why"), ANOTHER_MEASUREMENT("result"),
	NAME_ONLY("result"), NO_UNIT(), CRITICAL_IF_IN("units"), REPORT_UNREAD("report"),
	UNIT_OF_ANOTHER_KIND("code", "analyte"), UNIT_NOT_UNDERSTOOD(), RESULTS_DISAGREE(), LIMITS_FOR_ADULTS(),
	COMPARATOR_LEAVES_OPEN(), ONLY_BOUNDED(), NOT_ABOVE_ZERO(), WITHOUT_COMPANION("analyte", "hours"),
	NEWER_RESULT_POSSIBLE("why"), UNLESS_NEWER_RESULT("why"), BELOW_LIMIT("label", "limit"),
	FROM_LIMIT("label", "limit"), RATIO("numerator", "denominator", "ratio"), ADJUSTED_FOR_ALBUMIN("value"),
	UNRELIABLY_ADJUSTED("value"), CLEARANCE_OF_WOMAN("analyte", "value", "years", "weight"),
	CLEARANCE_OF_MAN("analyte", "value", "years", "weight"), FORMULA_FOR_OLDER("years"), BIRTH_DATE_UNUSABLE(),
	NEITHER_MALE_NOR_FEMALE();

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	ResultReason(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

	/** That nothing was found, in all of the chart or since the day. */
	static Reason notMeasured(Optional<LocalDate> since) {
		return since.map(NOT_MEASURED_SINCE::reason).orElseGet(NEVER_MEASURED::reason);
	}

	/** That the result has no value, and why. */
	static Reason withoutValue(LabResult result, Reason why) {
		return result.time()
			.map((time) -> RESULT_WITHOUT_VALUE.reason(time, why))
			.orElseGet(() -> UNDATED_RESULT_WITHOUT_VALUE.reason(why));
	}

	/** Whether the reason says that nothing was found. */
	public static boolean isNotMeasured(Reason why) {
		return why.is(NEVER_MEASURED) || why.is(NOT_MEASURED_SINCE);
	}

	/** The limit that the reading reaches, with its figure. */
	public static Reason limit(Threshold threshold, CanonicalResult reading) {
		return limit(threshold, reading.analyte());
	}

	static Reason limit(Threshold threshold, Analyte analyte) {
		Quantity limit = new Quantity(threshold.limit(), analyte.units().canonicalUnit());
		return (threshold.below() ? BELOW_LIMIT : FROM_LIMIT).reason(threshold.label(), limit);
	}

}
