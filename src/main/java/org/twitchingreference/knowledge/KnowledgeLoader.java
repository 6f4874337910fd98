package org.twitchingreference.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.twitchingreference.clinical.Ucum;
import org.twitchingreference.clinical.Units;

/** Turns the artifacts into {@link Knowledge}; whatever is broken stops it. */
final class KnowledgeLoader {

	private static final String REFERENCE = Artifacts.BASE + "Library/muscle-twitching-reference";

	private static final String SPELLINGS = Artifacts.BASE + "ConceptMap/unit-spellings";

	private KnowledgeLoader() {
	}

	/** Loads from the files by their path under fhir-resources. */
	static Knowledge load(Map<String, byte[]> resources, byte[] clinicalDrugs) {
		CompletableFuture<Ucum> reading = CompletableFuture.supplyAsync(Ucum::new);
		Artifacts artifacts = Artifacts.parse(resources);
		CodeSets codeSets = new CodeSets(artifacts);
		Sources sources = new Sources(artifacts);
		Analytes analytes = new Analytes(artifacts, codeSets, sources);
		Questions questions = new Questions(artifacts, sources);
		Ucum ucum = reading.join();
		Plans plans = new Plans(artifacts, analytes, codeSets, new DoseTables(artifacts, analytes, sources, ucum),
				questions, sources);
		Activities activities = new Activities(artifacts, analytes, sources);
		Library reference = artifacts.get(Library.class, REFERENCE, "fhir-resources");
		components(reference, "PlanDefinition").forEach(
				(canonical) -> plans.add(artifacts.get(PlanDefinition.class, canonical, artifacts.file(reference))));
		List<Activity> listed = components(reference, "ActivityDefinition").stream()
			.map((canonical) -> artifacts.get(ActivityDefinition.class, canonical, artifacts.file(reference)))
			.map(activities::read)
			.toList();
		Knowledge knowledge = new Knowledge(reference.getVersion(), plans.rules(), plans.effects(), listed,
				questions.bedside(), analytes.byId(), MedicineIndex.build(clinicalDrugs, artifacts, codeSets),
				units(artifacts, ucum), ucum, sources.all());
		KnowledgeCheck.check(knowledge, artifacts);
		return knowledge;
	}

	/** The canonicals of the reference's own parts of one type, in their order. */
	static List<String> components(Library reference, String type) {
		return reference.getRelatedArtifact()
			.stream()
			.map((artifact) -> artifact.getResource())
			.filter((canonical) -> canonical.startsWith(Artifacts.BASE + type + "/"))
			.toList();
	}

	private static Units units(Artifacts artifacts, Ucum ucum) {
		Map<String, String> spellings = new HashMap<>();
		artifacts.get(ConceptMap.class, SPELLINGS, "fhir-resources")
			.getGroup()
			.forEach((group) -> group.getElement()
				.forEach((element) -> spellings.put(element.getCode().toLowerCase(Locale.ROOT),
						element.getTargetFirstRep().getCode())));
		return new Units(spellings, ucum);
	}

}
