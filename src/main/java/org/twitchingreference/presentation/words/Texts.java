package org.twitchingreference.presentation.words;

import java.util.List;
import java.util.Locale;

import org.twitchingreference.clinical.Reason;

import org.springframework.context.MessageSource;

/** The words of this app, from messages.properties; clinical words are never there. */
public final class Texts {

	private final MessageSource messages;

	private final ReasonWords reasons;

	private final RangeWords ranges;

	public Texts(MessageSource messages) {
		this.messages = messages;
		this.reasons = new ReasonWords(messages);
		this.ranges = new RangeWords(messages);
	}

	public String get(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

	public String of(Reason reason) {
		return this.reasons.of(reason);
	}

	public List<String> of(List<Reason> reasons) {
		return this.reasons.of(reasons);
	}

	public RangeWords ranges() {
		return this.ranges;
	}

	/** "a", "a and b", "a, b and c". */
	public String list(List<String> words) {
		return list("list.and", words);
	}

	/** "a", "a or b", "a, b or c". */
	public String either(List<String> words) {
		return list("list.or", words);
	}

	private String list(String key, List<String> words) {
		int last = words.size() - 1;
		return (last < 1) ? String.join("", words)
				: get(key, String.join(", ", words.subList(0, last)), words.get(last));
	}

	/** The words for one of a closed set of choices: "urgency.URGENT". */
	public String of(String key, Enum<?> choice) {
		return get(key + "." + choice.name());
	}

}
