package org.twitchingreference.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.ReadOutcome;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.mapping.entry.MappingResult;
import org.twitchingreference.mapping.json.EntryVersion;
import org.twitchingreference.mapping.result.PanelMembers;

/**
 * What the entries of one part became: records of the chart, and what was not understood;
 * for observations also the members that panels refer to, and the version of each entry
 * by its reference.
 */
public record MappedPart(Part part, MappingResult<?> made, PanelMembers members, Map<String, EntryVersion> versions) {

	/** The same with other records. */
	MappedPart with(MappingResult<?> other) {
		return new MappedPart(this.part, other, this.members, this.versions);
	}

	/** The records of the class. */
	<T> Stream<T> records(Class<T> type) {
		return this.made.values().stream().filter(type::isInstance).map(type::cast);
	}

	/** The references of what was left out because it is of another patient. */
	public Set<String> foreign() {
		return this.made.foreign();
	}

	/**
	 * How the part ends if what was received, however completely, is not all this
	 * patient's; empty if it is.
	 */
	public Optional<ReadStatus> mixUp() {
		if (this.part == Part.PATIENT && this.made.values().isEmpty()) {
			return Optional.of(ReadStatus.of(ReadOutcome.FAILED, ReadReason.NOT_THIS_PATIENTS_RECORD.reason()));
		}
		return foreign().isEmpty() ? Optional.empty()
				: Optional.of(ReadStatus.of(ReadOutcome.TRUNCATED, ReadReason.ENTRIES_OF_ANOTHER_PATIENT.reason()));
	}

}
