package org.twitchingreference.sandbox.search;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** One search parameter of a resource type over one element (FHIR R4 search, 3.1.1). */
public sealed interface SearchParameter permits TokenParameter, DateParameter, ReferenceParameter {

	String name();

	/** An element of the resource: "code", "effective[x]". */
	String element();

	/** FHIR's name for the type of the parameter: "token", "date", "reference". */
	String type();

	/**
	 * The condition that the value sets for a resource; fails with an
	 * IllegalArgumentException or a DataFormatException if the value cannot be parsed.
	 */
	Predicate<Resource> criterion(String value);

	default Stream<Base> elements(Resource resource) {
		return Stream.ofNullable(resource.getNamedProperty(element()))
			.map(Property::getValues)
			.flatMap(List<Base>::stream);
	}

}
