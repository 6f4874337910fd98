package org.twitchingreference.knowledge;

import ca.uhn.fhir.context.FhirContext;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Lets HAPI look through its FHIR structures, which takes it a second, while the server
 * starts. Without it the first parser to be used would wait for that.
 */
class FhirPreinitializer implements BackgroundPreinitializer {

	@Override
	public void preinitialize() {
		FhirContext.forR4Cached().newJsonParser().parseResource("{\"resourceType\": \"Patient\"}");
	}

}
