package org.twitchingreference.knowledge;

import java.util.List;

import ca.uhn.fhir.context.FhirContext;
import org.twitchingreference.clinical.Ucum;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Lets HAPI look through its FHIR structures and the UCUM library through its units,
 * which takes them a second, while the server starts. Without it the first to use them
 * would wait for that.
 */
public class FhirPreinitializer implements BackgroundPreinitializer {

	/** The types that the knowledge is made of, which HAPI looks through one by one. */
	private static final List<String> TYPES = List.of("ValueSet", "PlanDefinition", "ActivityDefinition",
			"ObservationDefinition", "Questionnaire", "Library", "StructureDefinition", "ConceptMap", "CodeSystem");

	@Override
	public void preinitialize() {
		FhirContext context = FhirContext.forR4Cached();
		context.newJsonParser().parseResource("{\"resourceType\": \"Patient\"}");
		TYPES.forEach(context::getResourceDefinition);
		Ucum.shared();
	}

}
