package org.twitchingreference.knowledge.about;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What this version says of itself: its date, when a physician approved it (empty until
 * one has), what it is for and by whom it is used, the source attributes in the order of
 * the rule that asks for them, what it cannot do, the terminologies it holds codes of,
 * and its changes, newest first.
 */
public record Description(LocalDate date, Optional<LocalDate> approved, String purpose, String usage,
		List<SourceAttribute> attributes, List<String> limits, List<Terminology> terminologies, List<Change> changes) {

	public Description {
		attributes = List.copyOf(attributes);
		limits = List.copyOf(limits);
		terminologies = List.copyOf(terminologies);
		changes = List.copyOf(changes);
	}

	/** Whose codes are held, and on which terms. */
	public record Terminology(String name, String notice, String link) {

	}

	/** What changed with a content version, and when. */
	public record Change(String version, LocalDate date, String text) {

	}

}
