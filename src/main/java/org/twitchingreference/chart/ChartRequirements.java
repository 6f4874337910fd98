package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;

/**
 * What to read of a chart: for each part the codes to search for (none: any), and how
 * many days back to look (none: however old); and how many days after its end a medicine
 * still matters (none: always).
 */
public record ChartRequirements(Map<Part, Set<Code>> codes, Map<Part, Integer> days, OptionalInt afterMedicines) {

	/** No search by code and no limit in time, as for a file. */
	public static final ChartRequirements EVERYTHING = new ChartRequirements(Map.of(), Map.of());

	public ChartRequirements {
		codes = codes.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (part) -> Set.copyOf(part.getValue())));
		days = Map.copyOf(days);
	}

	/** With all medicines, however long ago they ended. */
	public ChartRequirements(Map<Part, Set<Code>> codes, Map<Part, Integer> days) {
		this(codes, days, OptionalInt.empty());
	}

	/** The known codes of the part. */
	public Set<Code> codes(Part part) {
		return this.codes.getOrDefault(part, Set.of());
	}

	/**
	 * The earliest day on which a medicine may have ended and still matter; empty: any.
	 */
	public Optional<LocalDate> sinceMedicinesEnded(LocalDate today) {
		return this.afterMedicines.isPresent() ? Optional.of(today.minusDays(this.afterMedicines.getAsInt()))
				: Optional.empty();
	}

	/**
	 * The first day of the part's window in a chart read today; empty where it has none.
	 */
	public Optional<LocalDate> since(Part part, LocalDate today) {
		return Optional.ofNullable(this.days.get(part)).map(today::minusDays);
	}

}
