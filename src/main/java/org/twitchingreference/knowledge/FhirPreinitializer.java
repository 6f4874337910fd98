package org.twitchingreference.knowledge;

import java.util.List;

import ca.uhn.fhir.context.FhirContext;
import org.twitchingreference.clinical.Ucum;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Loads the knowledge while the server starts on another thread, and has HAPI look
 * through its FHIR structures and the UCUM library through its units for it. Without it
 * the start would wait for that.
 */
public class FhirPreinitializer implements BackgroundPreinitializer {

	/** The types that the knowledge is made of, which HAPI looks through one by one. */
	private static final List<String> TYPES = List.of("ValueSet", "PlanDefinition", "ActivityDefinition",
			"ObservationDefinition", "Questionnaire", "Library", "StructureDefinition", "ConceptMap", "CodeSystem");

	@Override
	public void preinitialize() {
		parser();
		KnowledgeConfiguration.begin();
	}

	/** Makes ready what the knowledge is read by. */
	public static void parser() {
		FhirContext context = FhirContext.forR4Cached();
		context.newJsonParser().parseResource("{\"resourceType\": \"Patient\"}");
		TYPES.forEach(context::getResourceDefinition);
		Ucum.shared();
	}

}
