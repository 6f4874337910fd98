package org.twitchingreference.knowledge.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.MedicineNames;
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.ProblemCatalogue.Words;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;

/**
 * Builds {@link ProblemCatalogue} from the value set of all problems, the names of its
 * concepts and of others that only sound like them, and the words that deny or doubt.
 */
final class ProblemIndex {

	/** The value set that includes all others that rules look for on the problem list. */
	static final String PROBLEMS = Artifacts.BASE + "ValueSet/problems";

	/** Names that hold the name of a problem and are another thing. */
	static final String OTHERS = Artifacts.BASE + "ValueSet/other-problems";

	/** Codes of categories above those that are looked for. */
	private static final String BROAD = Artifacts.BASE + "ValueSet/broad-problems";

	private static final Map<Words, String> WORDS = Map.of(Words.DENYING_WHAT_FOLLOWS,
			"ValueSet/words-denying-what-follows", Words.DENYING, "ValueSet/words-denying", Words.DOUBTING,
			"ValueSet/words-doubting", Words.OF_FAMILY, "ValueSet/words-of-family", Words.OF_RELATIVES,
			"ValueSet/words-of-relatives");

	private static final String REFERRER = "the problems";

	private final Artifacts artifacts;

	private final Map<String, Set<Code>> names = new LinkedHashMap<>();

	private final Set<String> visited = new HashSet<>();

	private ProblemIndex(Artifacts artifacts) {
		this.artifacts = artifacts;
	}

	static ProblemCatalogue build(Artifacts artifacts, CodeSetReader codeSets) {
		ProblemIndex index = new ProblemIndex(artifacts);
		index.add(PROBLEMS);
		index.add(OTHERS);
		Map<Words, Set<String>> words = new LinkedHashMap<>();
		WORDS.forEach((kind, set) -> words.put(kind,
				codeSets.get(Artifacts.BASE + set, REFERRER)
					.codes()
					.stream()
					.map((code) -> MedicineNames.words(code.code()))
					.collect(Collectors.toSet())));
		return new ProblemCatalogue(codeSets.get(PROBLEMS, REFERRER), codeSets.get(BROAD, REFERRER), index.names,
				words);
	}

	private void add(String canonical) {
		if (!this.visited.add(canonical)) {
			return;
		}
		this.artifacts.get(ValueSet.class, canonical, REFERRER).getCompose().getInclude().forEach((include) -> {
			include.getValueSet().stream().map(CanonicalType::getValue).forEach(this::add);
			include.getConcept().forEach((concept) -> add(include.getSystem(), concept));
		});
	}

	private void add(String system, ConceptReferenceComponent concept) {
		Code code = new Code(system, concept.getCode());
		Stream
			.concat(Stream.of(concept.getDisplay()),
					concept.getDesignation().stream().map((designation) -> designation.getValue()))
			.forEach((name) -> this.names.computeIfAbsent(MedicineNames.words(name), (key) -> new LinkedHashSet<>())
				.add(code));
	}

}
