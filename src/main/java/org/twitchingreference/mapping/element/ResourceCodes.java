package org.twitchingreference.mapping.element;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.clinical.Code;

/** Codes and status of any resource, before it is mapped. */
public final class ResourceCodes {

	private static final String RETRACTED = "entered-in-error";

	private ResourceCodes() {
	}

	/** The codes of the resource and of its components. */
	public static Stream<Code> codes(Resource resource) {
		Stream<CodeableConcept> own = values(resource, "code");
		return ((resource instanceof Observation observation)
				? Stream.concat(own, observation.getComponent().stream().map((part) -> part.getCode())) : own)
			.flatMap((concept) -> Codings.codes(concept).stream());
	}

	/** The value of "status". */
	public static Stream<String> statuses(Resource resource) {
		return bases(resource, "status").map((status) -> Objects.toString(status.primitiveValue(), ""));
	}

	/** Whether the resource was entered in error. */
	public static boolean isRetracted(Resource resource) {
		return statuses(resource).anyMatch(RETRACTED::equals) || values(resource, "verificationStatus")
			.anyMatch((status) -> Codings.bare(status).contains(RETRACTED));
	}

	private static Stream<CodeableConcept> values(Resource resource, String element) {
		return bases(resource, element).filter(CodeableConcept.class::isInstance).map(CodeableConcept.class::cast);
	}

	private static Stream<Base> bases(Resource resource, String element) {
		Property property = resource.getNamedProperty(element);
		return ((property != null) ? property.getValues() : List.<Base>of()).stream().filter(Objects::nonNull);
	}

}
