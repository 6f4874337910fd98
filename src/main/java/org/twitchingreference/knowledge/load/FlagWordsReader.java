package org.twitchingreference.knowledge.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.hl7.fhir.r4.model.ConceptMap;
import org.twitchingreference.clinical.FlagWords;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;

/** Reads how reports write flags (ConceptMap flag-words). */
final class FlagWordsReader {

	private static final String WORDS = Artifacts.BASE + "ConceptMap/flag-words";

	private FlagWordsReader() {
	}

	static FlagWords read(Artifacts artifacts) {
		ConceptMap map = artifacts.get(ConceptMap.class, WORDS, "fhir-resources");
		Map<String, String> meant = new HashMap<>();
		map.getGroup().stream().flatMap((group) -> group.getElement().stream()).forEach((element) -> {
			String words = Objects.toString(element.getCode(), "");
			String code = Objects.toString(element.getTargetFirstRep().getCode(), "");
			if (words.isBlank() || code.isBlank() || meant.put(words, code) != null) {
				throw new KnowledgeException(artifacts.file(map),
						"has the words '" + words + "' twice or without code");
			}
		});
		return new FlagWords(meant);
	}

}
