package org.twitchingreference.knowledge.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.knowledge.Activity;
import org.twitchingreference.knowledge.Effect;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Rule;
import org.twitchingreference.knowledge.Source;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Checks that every artifact is listed and every statement is used or explained. */
final class ListingCheck {

	private ListingCheck() {
	}

	/** Every statement of the document is carried by an artifact or marked not-shown. */
	static void statementsAreCarriedOrListed(Knowledge knowledge, Artifacts artifacts) {
		Set<String> carried = Stream
			.of(knowledge.rules().stream().map(Rule::sources), knowledge.effects().stream().map(Effect::sources),
					knowledge.activities().stream().map(Activity::sources))
			.flatMap(Function.identity())
			.flatMap(List::stream)
			.map(Source::id)
			.collect(Collectors.toSet());
		Library document = artifacts.get(Library.class, Artifacts.BASE + "Library/source-document", "Library");
		String file = artifacts.file(document);
		document.getRelatedArtifact().forEach((statement) -> {
			boolean shown = carried.contains(statement.getLabel());
			boolean listed = !Extensions.of(statement, file).texts("not-shown").isEmpty();
			if (shown == listed) {
				throw new KnowledgeException(file, statement.getLabel() + (shown
						? " has the extension not-shown, and an artifact names it as a source: remove one of the two"
						: " is the label of no artifact's source: name it in one, or say with the extension not-shown why not"));
			}
		});
	}

	static void everythingListedOnce(Artifacts artifacts) {
		Library reference = artifacts.get(Library.class, Artifacts.BASE + "Library/muscle-twitching-reference",
				"fhir-resources");
		Set<String> listed = new HashSet<>();
		Stream.of("PlanDefinition", "ActivityDefinition", "Questionnaire")
			.flatMap((type) -> KnowledgeLoader.components(reference, type).stream())
			.filter((canonical) -> !listed.add(canonical))
			.forEach((twice) -> {
				throw new KnowledgeException(artifacts.file(reference),
						"lists " + twice + " twice: take one of the lines out of relatedArtifact");
			});
		for (Resource resource : artifacts.all()) {
			boolean mustBeListed = resource instanceof PlanDefinition || resource instanceof ActivityDefinition
					|| resource instanceof Questionnaire;
			String canonical = Artifacts.BASE + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
			if (mustBeListed && !listed.contains(canonical)) {
				throw new KnowledgeException(artifacts.file(resource),
						"is not listed in " + artifacts.file(reference)
								+ ": add to its relatedArtifact, where the page is to show it, "
								+ "{\"type\": \"composed-of\", \"resource\": \"" + canonical + "\"}");
			}
		}
	}

}
