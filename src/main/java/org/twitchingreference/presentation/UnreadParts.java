package org.twitchingreference.presentation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.chart.Part;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/** Puts into words which parts of a chart could not be read, or not completely. */
final class UnreadParts {

	/**
	 * The parts on which findings rest; if all of these are unread, nothing was looked
	 * at.
	 */
	private static final Set<Part> FINDINGS = EnumSet.of(Part.LABORATORY, Part.MEDICATIONS, Part.PROBLEMS);

	private final AssessedChart reading;

	private final Texts texts;

	UnreadParts(AssessedChart reading, Texts texts) {
		this.reading = reading;
		this.texts = texts;
	}

	/** Whether at least some of every part was read. */
	boolean isEmpty() {
		return this.reading.unreadParts().isEmpty();
	}

	/**
	 * The sentence to begin with if nothing was found, so that it is not mistaken for an
	 * empty chart.
	 */
	String sentence() {
		return this.reading.unreadParts().containsAll(FINDINGS) ? this.texts.get("headline.unread-chart")
				: this.texts.get("headline.unread", Wording.first(names(this.reading.unreadParts())));
	}

	/**
	 * The warnings below the sentence; without the unread parts if the sentence names
	 * them.
	 */
	List<String> warnings(boolean saidBySentence) {
		List<Part> unread = saidBySentence ? List.of() : this.reading.unreadParts();
		return Stream
			.of(warning("pending", this.reading.pendingParts()), warning("unread", unread),
					warning("partly", this.reading.partlyReadParts()),
					this.reading.incompleteParts().isEmpty() ? "" : this.texts.get("warning.absence"))
			.filter((warning) -> !warning.isEmpty())
			.toList();
	}

	private String warning(String key, List<Part> parts) {
		return parts.isEmpty() ? "" : this.texts.get("warning." + key, names(parts));
	}

	private String names(List<Part> parts) {
		return parts.stream()
			.map((part) -> Wording.within(this.texts.of("part", part)))
			.collect(Collectors.joining(", "));
	}

}
