package org.twitchingreference.sidebar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.twitchingreference.bedside.BedsideRecord;
import org.twitchingreference.bedside.PutAsideReason;
import org.twitchingreference.presentation.words.Texts;
import org.twitchingreference.presentation.words.Wording;

/**
 * Which options were put aside, each id with the reason in words, and the reasons to
 * choose from.
 */
record PutAsideOptions(Map<String, String> putAside, List<Choice> choices) {

	static PutAsideOptions of(BedsideRecord bedside, Texts texts) {
		Map<String, String> putAside = bedside.putAside()
			.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
					(aside) -> texts.of("options.not-now", aside.getValue())));
		List<Choice> choices = Arrays.stream(PutAsideReason.values())
			.map((reason) -> new Choice(reason.code(), Wording.first(texts.of("options.not-now", reason))))
			.toList();
		return new PutAsideOptions(putAside, choices);
	}

	/** Never prints what was put aside. */
	@Override
	public String toString() {
		return "PutAsideOptions[...]";
	}

	/** A reason as its code in the form, and in words. */
	record Choice(String code, String words) {
	}

}
