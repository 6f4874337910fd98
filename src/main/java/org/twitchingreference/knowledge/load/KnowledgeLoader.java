package org.twitchingreference.knowledge.load;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.Units;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.Populations;
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.SourceReader;

/** Turns the artifacts into {@link Knowledge}; a broken one stops the start. */
final class KnowledgeLoader {

	private static final String REFERENCE = Artifacts.BASE + "Library/muscle-twitching-reference";

	private static final String SPELLINGS = Artifacts.BASE + "ConceptMap/unit-spellings";

	private KnowledgeLoader() {
	}

	/** Loads from the files by their path under fhir-resources. */
	static Knowledge load(Map<String, byte[]> resources, byte[] clinicalDrugs) {
		CompletableFuture<Ucum> reading = CompletableFuture.supplyAsync(Ucum::shared);
		Artifacts artifacts = Artifacts.parse(resources);
		CodeSetReader codeSets = new CodeSetReader(artifacts);
		Library reference = artifacts.get(Library.class, REFERENCE, "fhir-resources");
		CompletableFuture<MedicineCatalogue> indexing = medicines(clinicalDrugs, artifacts, codeSets, reference);
		SourceReader sources = new SourceReader(artifacts);
		AnalyteArtifacts analytes = new AnalyteArtifacts(artifacts, codeSets, sources);
		QuestionReader questions = new QuestionReader(artifacts, codeSets, sources);
		ProblemCatalogue problems = ProblemIndex.build(artifacts, codeSets);
		Ucum ucum = reading.join();
		PlanReader plans = new PlanReader(artifacts, new PlanReferences(analytes, codeSets,
				new DoseTableReader(artifacts, analytes, sources, ucum), questions, sources));
		each(PlanDefinition.class, reference, artifacts).forEach((plan) -> artifacts.read(plan, plans::add));
		List<Activity> activities = activities(new ActivityReader(artifacts, analytes, codeSets, sources), reference,
				artifacts);
		Knowledge knowledge = new Knowledge(reference.getVersion(),
				artifacts.read(reference, (library) -> DescriptionReader.read(library, artifacts.file(library))),
				plans.rules(), plans.effects(), activities, questions.bedside(), analytes.byId(), problems,
				done(indexing), units(artifacts, ucum), FlagWordsReader.read(artifacts), ucum, populations(codeSets),
				ListStatementsReader.read(codeSets), analytes.reports(artifacts, codeSets),
				ComplaintReader.read(artifacts, codeSets), sources.all());
		KnowledgeCheck.check(knowledge, artifacts);
		return knowledge;
	}

	/** On another thread, because the clinical drugs are many. */
	private static CompletableFuture<MedicineCatalogue> medicines(byte[] clinicalDrugs, Artifacts artifacts,
			CodeSetReader codeSets, Library reference) {
		CodeSet localRoutes = codeSets.get(MedicineIndex.LOCAL_ROUTES, "the medicines");
		CodeSet noMedicine = codeSets.get(MedicineIndex.NO_MEDICINE, "the medicines");
		CodeSet noUse = codeSets.get(MedicineIndex.NO_USE, "the medicines");
		return CompletableFuture.supplyAsync(
				() -> MedicineIndex.build(clinicalDrugs, artifacts, localRoutes, noMedicine, noUse, reference));
	}

	private static List<Activity> activities(ActivityReader reader, Library reference, Artifacts artifacts) {
		return each(ActivityDefinition.class, reference, artifacts)
			.map((definition) -> artifacts.read(definition, reader::read))
			.toList();
	}

	/** The reference's own artifacts of one type, in their order. */
	private static <T extends Resource> Stream<T> each(Class<T> type, Library reference, Artifacts artifacts) {
		return components(reference, type.getSimpleName()).stream()
			.map((canonical) -> artifacts.get(type, canonical, artifacts.file(reference)));
	}

	private static Populations populations(CodeSetReader codeSets) {
		return new Populations(population("women", codeSets), population("men", codeSets),
				population("adults", codeSets), Artifacts.BASE + "CodeSystem/population-word");
	}

	private static CodeSet population(String whom, CodeSetReader codeSets) {
		return codeSets.get(Artifacts.BASE + "ValueSet/range-for-" + whom, "the reference ranges");
	}

	/** Waits for a part built on another thread, and throws what made it fail. */
	private static <T> T done(CompletableFuture<T> made) {
		try {
			return made.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof KnowledgeException broken) ? broken : ex;
		}
	}

	/** The canonicals of the reference's own parts of one type, in their order. */
	static List<String> components(Library reference, String type) {
		return reference.getRelatedArtifact()
			.stream()
			.map(RelatedArtifact::getResource)
			.filter(Objects::nonNull)
			.filter((canonical) -> canonical.startsWith(Artifacts.BASE + type + "/"))
			.toList();
	}

	private static Units units(Artifacts artifacts, Ucum ucum) {
		ConceptMap map = artifacts.get(ConceptMap.class, SPELLINGS, "fhir-resources");
		Map<String, String> spellings = new HashMap<>();
		map.getGroup()
			.stream()
			.flatMap((group) -> group.getElement().stream())
			.forEach((element) -> spelling(element, ucum, artifacts.file(map), spellings));
		return new Units(spellings, ucum);
	}

	private static void spelling(SourceElementComponent element, Ucum ucum, String file, Map<String, String> into) {
		String written = Objects.toString(element.getCode(), "").toLowerCase(Locale.ROOT);
		String unit = Objects.toString(element.getTargetFirstRep().getCode(), "");
		if (written.isBlank() || !ucum.isValid(unit)) {
			throw new KnowledgeException(file, "says that '" + written + "' means '" + unit + "', which is not UCUM");
		}
		if (into.put(written, unit) != null) {
			throw new KnowledgeException(file, "has the spelling '" + written + "' twice");
		}
	}

}
