package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;

/**
 * A judgement in a word or two beside a title; the style only repeats what the words say.
 */
record Chip(String words, String style) {

	static Optional<Chip> of(Urgency urgency, Texts texts) {
		return (urgency == Urgency.ROUTINE) ? Optional.empty()
				: Optional.of(new Chip(texts.of("urgency", urgency), style(urgency)));
	}

	static Chip of(Strength strength, Texts texts) {
		return new Chip(texts.of("strength", strength), style(strength));
	}

	static List<Chip> list(Urgency urgency, Texts texts) {
		return of(urgency, texts).stream().toList();
	}

	/** "urgent": the CSS class that goes with the words. */
	static String style(Enum<?> judgement) {
		return judgement.name().toLowerCase(Locale.ROOT);
	}

}
