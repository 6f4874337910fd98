package org.twitchingreference.assessment.facts;

import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;

/** Texts of the chart, unchanged, as arguments of reasons. */
public final class AsWritten {

	private AsWritten() {
	}

	/** The value with its unit, neither changed; a text has its units within. */
	public static String value(LabResult result) {
		String shown = result.value().shown();
		return result.value().isInWords() ? shown : (shown + " " + unit(result)).strip();
	}

	public static String unit(LabResult result) {
		return result.value().measured().map((measured) -> measured.unit().shown()).orElse("");
	}

	/** The value and its day. */
	public static Reason dated(LabResult result) {
		return dated(value(result), result.time());
	}

	/** The name, the value and its day. */
	public static Reason named(LabResult result) {
		return dated(result.name() + " " + value(result), result.time());
	}

	public static Reason dated(String what, Optional<ChartTime> time) {
		return time.map((known) -> CommonReason.DATED.reason(what, known))
			.orElseGet(() -> CommonReason.UNDATED.reason(what));
	}

}
