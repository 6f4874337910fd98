package org.twitchingreference.presentation.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.twitchingreference.knowledge.Backing;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.presentation.words.Texts;

/**
 * A judgement in a word or two beside a title; the style only repeats what the words say.
 */
public record Badge(String words, String style) {

	public static Optional<Badge> of(Urgency urgency, Texts texts) {
		return (urgency == Urgency.ROUTINE) ? Optional.empty()
				: Optional.of(new Badge(texts.of("urgency", urgency), style(urgency)));
	}

	public static Badge of(Strength strength, Texts texts) {
		return new Badge(texts.of("strength", strength), style(strength));
	}

	/** The mark of a statement that no source that was read supports. */
	public static Optional<Badge> of(Backing backing, Texts texts) {
		return (backing == Backing.SUPPORTED) ? Optional.empty()
				: Optional.of(new Badge(texts.of("backing", backing), style(backing)));
	}

	/** Only its words; empty if a source supports the statement. */
	public static String words(Backing backing, Texts texts) {
		return of(backing, texts).map(Badge::words).orElse("");
	}

	public static List<Badge> list(Urgency urgency, Texts texts) {
		return of(urgency, texts).stream().toList();
	}

	/** "urgent": the CSS class that goes with the words. */
	public static String style(Enum<?> judgement) {
		return judgement.name().toLowerCase(Locale.ROOT);
	}

}
