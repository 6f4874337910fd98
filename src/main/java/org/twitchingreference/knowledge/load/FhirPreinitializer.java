package org.twitchingreference.knowledge.load;

import java.util.List;

import ca.uhn.fhir.context.FhirContext;
import org.twitchingreference.clinical.Ucum;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Loads the knowledge on a separate thread while Spring Boot starts. Most of that time
 * HAPI prepares its FHIR structures and the UCUM library its units.
 */
public class FhirPreinitializer implements BackgroundPreinitializer {

	/** The resource types of the knowledge; HAPI prepares each at its first use. */
	private static final List<String> TYPES = List.of("ValueSet", "PlanDefinition", "ActivityDefinition",
			"ObservationDefinition", "Questionnaire", "Library", "StructureDefinition", "ConceptMap", "CodeSystem");

	@Override
	public void preinitialize() {
		parser();
		KnowledgeConfiguration.begin();
	}

	/** Prepares the FHIR parser and the units. */
	public static void parser() {
		FhirContext context = FhirContext.forR4Cached();
		context.newJsonParser().parseResource("{\"resourceType\": \"Patient\"}");
		TYPES.forEach(context::getResourceDefinition);
		Ucum.shared();
	}

}
