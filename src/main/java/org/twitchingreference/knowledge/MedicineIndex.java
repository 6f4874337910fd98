package org.twitchingreference.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Medicines.ClinicalDrug;

/**
 * Builds {@link Medicines} from the clinical-drug table, the names and brands in the
 * ingredients' value sets, and the words for local routes.
 */
final class MedicineIndex {

	static final String TABLE = "rxnorm/clinical-drug-ingredients.tsv";

	private static final Set<String> SYSTEMS = Set.of("http://www.nlm.nih.gov/research/umls/rxnorm",
			"http://www.whocc.no/atc");

	private MedicineIndex() {
	}

	static Medicines build(byte[] table, Artifacts artifacts, CodeSets codeSets) {
		Set<String> localWords = codeSets.get(Artifacts.BASE + "ValueSet/local-routes", "the medicines")
			.codes()
			.stream()
			.map(Code::code)
			.collect(Collectors.toSet());
		return new Medicines(clinicalDrugs(table), names(artifacts), ingredients(artifacts), localWords);
	}

	private static Map<String, ClinicalDrug> clinicalDrugs(byte[] table) {
		Map<String, ClinicalDrug> drugs = new HashMap<>();
		new String(table, StandardCharsets.UTF_8).lines().filter((line) -> !line.startsWith("#")).forEach((line) -> {
			String[] columns = line.split("\t", -1);
			if (columns.length != 3 || columns[2].isBlank()) {
				throw new KnowledgeException(TABLE, "has a line that is not: clinical drug, route, ingredients");
			}
			drugs.put(columns[0], new ClinicalDrug(Set.of(columns[2].split(",")), columns[1]));
		});
		return drugs;
	}

	private static Map<String, Set<Code>> names(Artifacts artifacts) {
		Map<String, Set<Code>> names = new HashMap<>();
		concepts(artifacts).forEach((code, concept) -> namesOf(concept)
			.forEach((name) -> names.computeIfAbsent(Medicines.words(name), (key) -> new HashSet<>()).add(code)));
		return names;
	}

	private static Map<Code, String> ingredients(Artifacts artifacts) {
		Map<Code, String> ingredients = new HashMap<>();
		concepts(artifacts).forEach((code, concept) -> ingredients.put(code, Medicines.words(concept.getDisplay())));
		return ingredients;
	}

	private static Map<Code, ConceptReferenceComponent> concepts(Artifacts artifacts) {
		Map<Code, ConceptReferenceComponent> concepts = new HashMap<>();
		artifacts.all(ValueSet.class)
			.stream()
			.flatMap((valueSet) -> valueSet.getCompose().getInclude().stream())
			.filter((include) -> include.hasSystem() && SYSTEMS.contains(include.getSystem()))
			.forEach((include) -> include.getConcept()
				.forEach((concept) -> concepts.put(new Code(include.getSystem(), concept.getCode()), concept)));
		return concepts;
	}

	private static Stream<String> namesOf(ConceptReferenceComponent concept) {
		return Stream.concat(Stream.of(concept.getDisplay()),
				concept.getDesignation().stream().map((designation) -> designation.getValue()));
	}

}
