package org.twitchingreference.oracle.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.ConceptMap;

/** What a flag means, by the map of its words. */
final class FlagSpellings {

	private final Map<String, String> meant = new HashMap<>();

	FlagSpellings(List<ConceptMap> maps) {
		maps.stream()
			.filter((map) -> map.getUrl().endsWith("/flag-words"))
			.flatMap((map) -> map.getGroup().stream())
			.flatMap((group) -> group.getElement().stream())
			.forEach((element) -> this.meant.put(element.getCode(), element.getTargetFirstRep().getCode()));
	}

	Optional<String> meant(String written) {
		StringBuilder words = new StringBuilder();
		written.toLowerCase(Locale.ROOT)
			.codePoints()
			.map((letter) -> (Character.isLetterOrDigit(letter) || letter == '<' || letter == '>') ? letter : ' ')
			.forEach(words::appendCodePoint);
		return Optional.ofNullable(this.meant.get(String.join(" ", words.toString().strip().split(" +"))));
	}

}
