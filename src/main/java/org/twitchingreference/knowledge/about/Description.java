package org.twitchingreference.knowledge.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How this version describes itself: its date, when a physician approved it (empty until
 * one has), its purpose and users, the source attributes in the order of the regulation
 * that requires them, its known limits, the terminologies whose codes it contains, and
 * its changes, newest first.
 */
public record Description(LocalDate date, Optional<LocalDate> approved, String purpose, String usage,
		List<SourceAttribute> attributes, List<String> limits, List<Terminology> terminologies, List<Change> changes) {

	public Description {
		attributes = List.copyOf(attributes);
		limits = List.copyOf(limits);
		terminologies = List.copyOf(terminologies);
		changes = List.copyOf(changes);
	}

	/** A terminology whose codes are contained, and its terms. */
	public record Terminology(String name, String notice, String link) {

	}

	/** What changed with a content version, and when. */
	public record Change(String version, LocalDate date, String text) {

	}

}
