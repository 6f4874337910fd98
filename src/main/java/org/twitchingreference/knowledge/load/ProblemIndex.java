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
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.ProblemCatalogue.Codes;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.names.MedicineNames;
import org.twitchingreference.knowledge.names.ProblemTexts;
import org.twitchingreference.knowledge.names.ProblemWords;

/**
 * Builds {@link ProblemCatalogue} from the value set of all problems, the names of its
 * concepts and of others that only sound like them, and the words that deny or doubt.
 */
final class ProblemIndex {

	/** The value set that includes all others that rules look for on the problem list. */
	static final String PROBLEMS = Artifacts.BASE + "ValueSet/problems";

	/**
	 * Names that contain the name of a problem and mean something else ("stress
	 * fracture").
	 */
	static final String OTHERS = Artifacts.BASE + "ValueSet/other-problems";

	private static final Map<Codes, String> CODES = Map.of(Codes.KNOWN, PROBLEMS, Codes.BROAD,
			Artifacts.BASE + "ValueSet/broad-problems", Codes.RULING_OUT, Artifacts.BASE + "ValueSet/codes-ruling-out",
			Codes.OF_FAMILY, Artifacts.BASE + "ValueSet/codes-of-family", Codes.LEAVING_OPEN,
			Artifacts.BASE + "ValueSet/codes-leaving-open");

	private static final Map<ProblemWords, String> WORDS = Map.ofEntries(Map.entry(ProblemWords.BESIDE, "beside"),
			Map.entry(ProblemWords.BESIDE_THING, "beside-things"),
			Map.entry(ProblemWords.DENYING_WHAT_FOLLOWS, "denying-what-follows"),
			Map.entry(ProblemWords.WITHOUT, "without"), Map.entry(ProblemWords.DENYING, "denying"),
			Map.entry(ProblemWords.DOUBTING, "doubting"), Map.entry(ProblemWords.OF_THE_PAST, "of-the-past"),
			Map.entry(ProblemWords.RULING_OUT, "ruling-out"), Map.entry(ProblemWords.TURNING, "turning"),
			Map.entry(ProblemWords.ONLY_IN_CAPITALS, "only-in-capitals"),
			Map.entry(ProblemWords.OF_FAMILY, "of-family"), Map.entry(ProblemWords.OF_RELATIVES, "of-relatives"));

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
		Map<ProblemWords, Set<String>> words = new LinkedHashMap<>();
		WORDS.forEach((kind, set) -> words.put(kind,
				codeSets.get(Artifacts.BASE + "ValueSet/words-" + set, REFERRER)
					.codes()
					.stream()
					.map((code) -> MedicineNames.words(code.code()))
					.collect(Collectors.toSet())));
		return new ProblemCatalogue(
				CODES.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (one) -> codeSets.get(one.getValue(), REFERRER))),
				new ProblemTexts(index.names, words));
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
