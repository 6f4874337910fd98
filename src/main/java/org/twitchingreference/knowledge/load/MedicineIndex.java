package org.twitchingreference.knowledge.load;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.MedicineCodes;
import org.twitchingreference.knowledge.ClinicalDrugs;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.names.MedicineNames;

/**
 * Builds {@link MedicineCatalogue} from the clinical-drug table, the names and brands in
 * the ingredients' value sets, and the words for local routes.
 */
final class MedicineIndex {

	static final String TABLE = "rxnorm/clinical-drug-ingredients.tsv";

	/** The value set with the words for local routes. */
	static final String LOCAL_ROUTES = Artifacts.BASE + "ValueSet/local-routes";

	/** The value set with the words that name no medicine. */
	static final String NO_MEDICINE = Artifacts.BASE + "ValueSet/words-of-no-medicine";

	/** The value set with the words by which a medicine may not be in use. */
	static final String NO_USE = Artifacts.BASE + "ValueSet/words-of-no-use";

	private static final Set<String> SYSTEMS = Set.of(MedicineCodes.RXNORM, MedicineCodes.ATC,
			Artifacts.BASE + "CodeSystem/outside-medicine");

	private MedicineIndex() {
	}

	static MedicineCatalogue build(byte[] table, Artifacts artifacts, CodeSet localRoutes, CodeSet noMedicine,
			CodeSet noUse, Library reference) {
		return new MedicineCatalogue(ClinicalDrugs.read(TABLE, table),
				new MedicineNames(names(artifacts), words(noUse)), ingredients(artifacts), classes(artifacts),
				words(localRoutes), words(noMedicine), dayLimits(artifacts, reference));
	}

	private static Set<String> words(CodeSet set) {
		return set.codes().stream().map(Code::code).collect(Collectors.toSet());
	}

	private static MedicineCatalogue.DayLimits dayLimits(Artifacts artifacts, Library reference) {
		Extensions extensions = new Extensions(reference.getExtension(), artifacts.file(reference));
		return new MedicineCatalogue.DayLimits(days(extensions, "supply-in-doubt"), days(extensions, "renewed-within"),
				days(extensions, "renewal-in-doubt"));
	}

	private static int days(Extensions extensions, String name) {
		return extensions.days(name)
			.orElseThrow(() -> new KnowledgeException(extensions.file(),
					"does not say " + name + ": for how many days a medicine counts that says no end"));
	}

	private static Map<String, Set<Code>> names(Artifacts artifacts) {
		Map<String, Set<Code>> names = new LinkedHashMap<>();
		concepts(artifacts).forEach((code, concept) -> namesOf(concept).forEach(
				(name) -> names.computeIfAbsent(MedicineNames.words(name), (key) -> new LinkedHashSet<>()).add(code)));
		return names;
	}

	private static Map<Code, String> ingredients(Artifacts artifacts) {
		Map<Code, String> ingredients = new LinkedHashMap<>();
		concepts(artifacts)
			.forEach((code, concept) -> ingredients.put(code, MedicineNames.words(concept.getDisplay())));
		return ingredients;
	}

	private static Map<Code, ConceptReferenceComponent> concepts(Artifacts artifacts) {
		Map<Code, ConceptReferenceComponent> concepts = new LinkedHashMap<>();
		artifacts.all(ValueSet.class)
			.stream()
			.flatMap((valueSet) -> valueSet.getCompose().getInclude().stream())
			.filter((include) -> include.hasSystem() && SYSTEMS.contains(include.getSystem()))
			.forEach((include) -> include.getConcept()
				.forEach((concept) -> concepts.put(new Code(include.getSystem(), concept.getCode()), concept)));
		return concepts;
	}

	/** Whole classes of medicines, which their value sets name by is-a. */
	private static CodeSet classes(Artifacts artifacts) {
		Map<String, Set<String>> roots = new LinkedHashMap<>();
		artifacts.all(ValueSet.class)
			.stream()
			.flatMap((valueSet) -> valueSet.getCompose().getInclude().stream())
			.filter((include) -> include.hasSystem() && SYSTEMS.contains(include.getSystem()))
			.forEach((include) -> include.getFilter()
				.forEach((filter) -> roots.computeIfAbsent(include.getSystem(), (key) -> new LinkedHashSet<>())
					.add(filter.getValue())));
		return new CodeSet("classes", "Classes of medicines", Set.of(), roots);
	}

	private static Stream<String> namesOf(ConceptReferenceComponent concept) {
		return Stream.concat(Stream.of(concept.getDisplay()),
				concept.getDesignation().stream().map((designation) -> designation.getValue()));
	}

}
