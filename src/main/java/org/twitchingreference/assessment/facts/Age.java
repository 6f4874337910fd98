package org.twitchingreference.assessment.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;

import org.twitchingreference.chart.Person;

/**
 * A patient's youngest and oldest possible age in completed years: the same number if the
 * birth date is exact, any number if it is not known.
 */
public record Age(int youngest, int oldest) {

	private static final Age UNKNOWN = new Age(0, Integer.MAX_VALUE);

	/** The age at which a range for adults begins to apply. */
	private static final BigDecimal ADULT = BigDecimal.valueOf(18);

	public static Age of(Person person, LocalDate day) {
		return person.birthDate()
			.filter((birth) -> !birth.firstDay().isAfter(day))
			.map((birth) -> new Age(Period.between(birth.lastDay(), day).getYears(),
					Period.between(birth.firstDay(), day).getYears()))
			.orElse(UNKNOWN);
	}

	/** Whether the age is one number. */
	public boolean isExact() {
		return this.youngest == this.oldest;
	}

	public boolean isChild() {
		return isBelow(ADULT);
	}

	/** Whether the patient is certainly at least this old. */
	public boolean isFrom(BigDecimal years) {
		return BigDecimal.valueOf(this.youngest).compareTo(years) >= 0;
	}

	/** Whether the patient is certainly younger. */
	public boolean isBelow(BigDecimal years) {
		return BigDecimal.valueOf(this.oldest).compareTo(years) < 0;
	}

}
