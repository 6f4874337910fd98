package org.twitchingreference.assessment.facts;

import java.time.LocalDate;
import java.util.Optional;

import org.twitchingreference.chart.Medicine;
import org.twitchingreference.clinical.ChartTime;

/** Whether a medicine is taken on the day of assessment. */
public enum MedicineUse {

	IN_USE, ENDED,
	/**
	 * It was dispensed or given, and how long that lasts is not known, or its name says
	 * that it may not be in use.
	 */
	UNKNOWN;

	/**
	 * Decides for one day; a supply of unstated length is in doubt for this many days.
	 */
	record Classifier(LocalDate asOf, int doubtDays) {

		MedicineUse usage(Medicine medicine) {
			return switch (medicine.use()) {
				case ACTIVE -> IN_USE;
				case ENDED -> ENDED;
				case UNTIL_END -> medicine.end().map(this::until).orElseGet(() -> unstated(medicine.start()));
			};
		}

		private MedicineUse until(ChartTime end) {
			if (end.lastDay().isBefore(this.asOf)) {
				return ENDED;
			}
			return end.firstDay().isBefore(this.asOf) ? UNKNOWN : IN_USE;
		}

		private MedicineUse unstated(Optional<ChartTime> start) {
			LocalDate from = this.asOf.minusDays(this.doubtDays);
			return start.filter((time) -> time.lastDay().isBefore(from)).isPresent() ? ENDED : UNKNOWN;
		}

	}

}
