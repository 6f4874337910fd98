package org.twitchingreference.oracle.engine;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/**
 * Dates as a repository can hold them: one that is none is an element without a value.
 */
final class ReadableDates {

	private static final String DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

	private ReadableDates() {
	}

	/** Also of what the resource contains, which cannot be copied before. */
	static void in(Resource resource) {
		if (resource instanceof DomainResource container) {
			container.getContained().forEach(ReadableDates::in);
		}
		FhirContext.forR4Cached()
			.newTerser()
			.getAllPopulatedChildElementsOfType(resource, BaseDateTimeType.class)
			.stream()
			.filter((date) -> date.getValueAsString() != null && date.getValue() == null)
			.forEach((date) -> {
				date.setValueAsString(null);
				date.addExtension(DATA_ABSENT, new StringType("error"));
			});
	}

}
