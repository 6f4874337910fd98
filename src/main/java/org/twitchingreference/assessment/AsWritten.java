package org.twitchingreference.assessment;

import java.util.Optional;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.ResultValue;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;

/** What the chart itself writes, as arguments of reasons. */
final class AsWritten {

	private AsWritten() {
	}

	/** The value with its unit, neither changed. */
	static String value(LabResult result) {
		return (result.value().shown() + " " + unit(result)).strip();
	}

	static String unit(LabResult result) {
		return (result.value() instanceof ResultValue.Measured measured) ? measured.unit().shown() : "";
	}

	/** The value and its day. */
	static Reason dated(LabResult result) {
		return dated(value(result), result.time());
	}

	/** The name, the value and its day. */
	static Reason named(LabResult result) {
		return dated(result.name() + " " + value(result), result.time());
	}

	static Reason dated(String what, Optional<ChartTime> time) {
		return time.map((known) -> CommonReason.DATED.reason(what, known))
			.orElseGet(() -> CommonReason.UNDATED.reason(what));
	}

}
