package org.twitchingreference.sandbox.search;

import java.util.function.Predicate;

import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A reference parameter: "p1", "Patient/p1" or the absolute URL. */
public record ReferenceParameter(String name, String element) implements SearchParameter {

	@Override
	public String type() {
		return "reference";
	}

	@Override
	public Predicate<Resource> criterion(String value) {
		String id = id(value);
		return (resource) -> elements(resource).filter(Reference.class::isInstance)
			.map((reference) -> ((Reference) reference).getReferenceElement().getIdPart())
			.anyMatch(id::equals);
	}

	public static String id(String value) {
		return value.substring(value.lastIndexOf('/') + 1);
	}

}
