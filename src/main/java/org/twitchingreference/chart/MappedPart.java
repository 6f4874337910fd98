package org.twitchingreference.chart;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the entries of one part became: records of the chart, what of them was not
 * understood, and, of results, which others their panels name.
 */
record MappedPart(Part part, Mapped<?> made, PanelMembers members) {

	/** The records of the class. */
	<T> Stream<T> records(Class<T> type) {
		return this.made.values().stream().filter(type::isInstance).map(type::cast);
	}

	/** The references of what was left out because it is of another patient. */
	Set<String> foreign() {
		return this.made.foreign();
	}

	/** How the part ends if what came in, however completely, is not this patient's. */
	Optional<Ending> mixUp() {
		if (this.part == Part.PATIENT && this.made.values().isEmpty()) {
			return Optional.of(Ending.of(ReadOutcome.FAILED, ReadReason.NOT_THIS_PATIENTS_RECORD.reason()));
		}
		return foreign().isEmpty() ? Optional.empty()
				: Optional.of(Ending.of(ReadOutcome.TRUNCATED, ReadReason.ENTRIES_OF_ANOTHER_PATIENT.reason()));
	}

}
