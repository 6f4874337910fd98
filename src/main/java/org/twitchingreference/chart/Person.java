package org.twitchingreference.chart;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;

import org.twitchingreference.clinical.ChartTime;

/**
 * The patient: reference ("Patient/p1"), name as shown, birth date and FHIR
 * administrative gender (male, female, other, unknown).
 */
public record Person(String reference, String name, Optional<ChartTime> birthDate, Optional<String> sex) {

	/** Completed years on the day, empty when the birth date does not settle it. */
	public OptionalInt ageOn(LocalDate day) {
		if (this.birthDate.isEmpty()) {
			return OptionalInt.empty();
		}
		int oldest = Period.between(this.birthDate.get().firstDay(), day).getYears();
		int youngest = Period.between(this.birthDate.get().lastDay(), day).getYears();
		return (oldest == youngest && youngest >= 0) ? OptionalInt.of(oldest) : OptionalInt.empty();
	}

	/** Never prints who the patient is. */
	@Override
	public String toString() {
		return "Person[...]";
	}

}
