package org.twitchingreference.assessment.results;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import org.twitchingreference.assessment.facts.AsWritten;
import org.twitchingreference.chart.LabResult;
import org.twitchingreference.chart.LabResult.Status;
import org.twitchingreference.clinical.ChartTime;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.knowledge.Analyte;

/**
 * Which results may decide rules: final, with a value, of an unspoilt specimen, and with
 * a date that is not in the future.
 */
public final class ResultUse {

	private final LocalDate asOf;

	private final ChartTime anyDay;

	public ResultUse(LocalDate asOf) {
		this.asOf = asOf;
		this.anyDay = new ChartTime(Instant.EPOCH, asOf.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC),
				LocalDate.EPOCH, asOf.plusDays(1));
	}

	boolean isUsable(Analyte analyte, LabResult result) {
		return result.status() == Status.VALID && hasValue(result) && !result.value().isDoubtful()
				&& !isSpoiled(analyte, result) && isPlaced(result);
	}

	/**
	 * Whether the result, although it cannot be used, may describe the present state. All
	 * may except cancelled ones; a value without a date, or with one to come, may be the
	 * newest.
	 */
	boolean isInDoubt(Analyte analyte, LabResult result) {
		return result.status() != Status.NOT_A_RESULT && !isUsable(analyte, result)
				&& (isPlaced(result) || hasValue(result) || result.status() == Status.IN_REPORT);
	}

	/** When the result was taken; any day until now if it does not say. */
	ChartTime time(LabResult result) {
		return result.time().orElse(this.anyDay);
	}

	static boolean isUndated(LabResult result) {
		return result.time().isEmpty();
	}

	private boolean isPlaced(LabResult result) {
		return result.time().filter(this::isPast).isPresent();
	}

	/** Why the result is not used. */
	Reason whyNot(Analyte analyte, LabResult result) {
		if (isUndated(result) || isPlaced(result) || hasValue(result)) {
			return ResultReason.NOT_USED.reason(result.reference(), whyInDoubt(analyte, result));
		}
		return isSpoiled(analyte, result) ? ResultReason.UNSUITABLE_SPECIMEN.reason(AsWritten.dated(result))
				: whyNotPlaced(result);
	}

	private static Reason whyInDoubt(Analyte analyte, LabResult result) {
		Reason shown = hasValue(result) ? AsWritten.dated(result) : AsWritten.named(result);
		return switch (result.status()) {
			case PRELIMINARY -> ResultReason.PRELIMINARY.reason(shown);
			case AWAITED -> ResultReason.AWAITED.reason(shown);
			case UNCLEAR, NOT_A_RESULT -> result.statusWord().isEmpty() ? ResultReason.STATUS_MISSING.reason(shown)
					: ResultReason.STATUS_UNCLEAR.reason(shown, result.statusWord());
			case CONTESTED -> ResultReason.CONTESTED.reason(shown);
			case DAMAGED -> ResultReason.ENTRY_DAMAGED.reason(shown);
			case BY_NAME -> ResultReason.NAME_ONLY.reason(AsWritten.named(result));
			case IN_REPORT -> ResultReason.REPORT_UNREAD.reason(AsWritten.dated(result.name(), result.time()));
			case VALID -> (hasValue(result) && !result.value().isDoubtful() && !isSpoiled(analyte, result))
					? whyNotPlaced(result) : whyUnfit(analyte, result);
		};
	}

	private static Reason whyUnfit(Analyte analyte, LabResult result) {
		if (isSpoiled(analyte, result)) {
			return ResultReason.UNSUITABLE_SPECIMEN.reason(AsWritten.dated(result));
		}
		return result.value()
			.whyNoNumber()
			.map((why) -> result.value().isDoubtful() ? ResultReason.CONTRADICTED.reason(AsWritten.dated(result), why)
					: ResultReason.withoutValue(result, why))
			.orElseThrow();
	}

	/** Why an undated or future result does not count. */
	public static Reason whyNotPlaced(LabResult result) {
		ResultReason why = result.timeUnreadable() ? ResultReason.TIME_UNREADABLE
				: isUndated(result) ? ResultReason.PLACED_NOWHERE : ResultReason.AFTER_ASSESSMENT;
		return why.reason(AsWritten.dated(result));
	}

	/** Whether anything at all stands where the value should. */
	public static boolean hasValue(LabResult result) {
		return !result.value().shown().isBlank();
	}

	private static boolean isSpoiled(Analyte analyte, LabResult result) {
		return result.notes()
			.stream()
			.map((note) -> analyte.withoutHarmless(note.toLowerCase(Locale.ROOT)))
			.anyMatch((note) -> analyte.spoilingNotes().stream().anyMatch(note::contains));
	}

	/** Up to a day ahead is another time zone, not the future. */
	public boolean isPast(ChartTime time) {
		return !time.firstDay().isAfter(this.asOf.plusDays(1));
	}

}
