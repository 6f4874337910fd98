package org.twitchingreference.assessment;

import java.time.LocalDate;
import java.util.Locale;

import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.knowledge.Analyte;

/**
 * Which results may be matched at all: valid, with a value, unspoiled and of the past.
 */
final class ResultUse {

	private final LocalDate asOf;

	ResultUse(LocalDate asOf) {
		this.asOf = asOf;
	}

	boolean isUsable(Analyte analyte, LabResult result) {
		return result.status() == Status.VALID && hasValue(result) && !isSpoiled(analyte, result)
				&& result.time().filter(this::isPast).isPresent();
	}

	/** Why the result is not used, in plain words. */
	String whyNot(Analyte analyte, LabResult result) {
		String shown = Words.value(result) + Words.dated(result.time());
		if (result.status() == Status.PRELIMINARY) {
			return shown + " is preliminary: shown, not matched";
		}
		if (isSpoiled(analyte, result)) {
			return shown + " cannot be used: the report's note says the specimen was unsuitable";
		}
		return whyNotPlaced(result);
	}

	/** Why the result, which is undated or of the future, does not count. */
	static String whyNotPlaced(LabResult result) {
		String shown = Words.value(result) + Words.dated(result.time());
		return result.time().isEmpty() ? shown + ": without a date it cannot be placed in time"
				: shown + " is dated after the day of this assessment";
	}

	/** Whether anything at all stands where the value should. */
	static boolean hasValue(LabResult result) {
		return !result.value().shown().isBlank();
	}

	private static boolean isSpoiled(Analyte analyte, LabResult result) {
		return result.notes()
			.stream()
			.map((note) -> withoutHarmless(analyte, note.toLowerCase(Locale.ROOT)))
			.anyMatch((note) -> analyte.spoilingNotes().stream().anyMatch(note::contains));
	}

	/** "Not haemolysed" says nothing against the specimen. */
	private static String withoutHarmless(Analyte analyte, String note) {
		String left = note;
		for (String phrase : analyte.harmlessNotes()) {
			left = left.replace(phrase, "");
		}
		return left;
	}

	/** Up to a day ahead is another time zone, not the future. */
	boolean isPast(ChartTime time) {
		return !time.firstDay().isAfter(this.asOf.plusDays(1));
	}

}
