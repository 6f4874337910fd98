package org.twitchingreference.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;

/**
 * What the knowledge needs of a chart: by part the codes it knows, and how many days back
 * it looks; a part without days is needed whole. Medicines that ended are looked at for
 * so many days after that; without a number for good.
 */
public record ChartRequirements(Map<Part, Set<Code>> codes, Map<Part, Integer> days, OptionalInt afterMedicines) {

	/** Nothing by code and everything whole, as for a file. */
	public static final ChartRequirements NOTHING = new ChartRequirements(Map.of(), Map.of());

	public ChartRequirements {
		codes = codes.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (part) -> Set.copyOf(part.getValue())));
		days = Map.copyOf(days);
	}

	/** With all medicines that ever ended. */
	public ChartRequirements(Map<Part, Set<Code>> codes, Map<Part, Integer> days) {
		this(codes, days, OptionalInt.empty());
	}

	/** The codes that are known of the part. */
	public Set<Code> codes(Part part) {
		return this.codes.getOrDefault(part, Set.of());
	}

	/** The first day on which a medicine may have ended that is looked at. */
	public Optional<LocalDate> sinceMedicinesEnded(LocalDate today) {
		return this.afterMedicines.isPresent() ? Optional.of(today.minusDays(this.afterMedicines.getAsInt()))
				: Optional.empty();
	}

	/** The first day that is looked at, for a chart read on the day. */
	public Optional<LocalDate> since(Part part, LocalDate today) {
		return Optional.ofNullable(this.days.get(part)).map(today::minusDays);
	}

}
