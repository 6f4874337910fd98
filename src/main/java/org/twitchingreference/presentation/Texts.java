package org.twitchingreference.presentation;

import java.util.Locale;

import org.springframework.context.MessageSource;

/** The sidebar's own words, from messages.properties; clinical words are never here. */
public final class Texts {

	private final MessageSource messages;

	public Texts(MessageSource messages) {
		this.messages = messages;
	}

	public String get(String key, Object... arguments) {
		return this.messages.getMessage("sidebar." + key, arguments, Locale.ENGLISH);
	}

	/** The words for one of a closed set of choices: "urgency.URGENT". */
	public String of(String key, Enum<?> choice) {
		return get(key + "." + choice.name());
	}

}
