package org.twitchingreference.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The Medication resources at hand, by the ways an order may refer to them. A relative or
 * versioned reference finds the id; an absolute one or a urn its own address first.
 */
final class Medications {

	private final Map<String, Medication> byAddress = new HashMap<>();

	Medications(List<Entry> entries) {
		for (Entry entry : entries) {
			if (entry.resource() instanceof Medication medication) {
				this.byAddress.putIfAbsent(entry.reference(), medication);
				this.byAddress.putIfAbsent(entry.fullUrl(), medication);
			}
		}
	}

	/** The medicine the order means: contained, delivered beside it, or read for it. */
	Optional<Medication> find(Reference reference, DomainResource order) {
		String address = address(reference);
		if (address.startsWith("#")) {
			return contained(address.substring(1), order);
		}
		return address.isEmpty() ? Optional.empty()
				: Optional.ofNullable(this.byAddress.get(address)).or(() -> relative(address).map(this.byAddress::get));
	}

	/** "Medication/m1" for a reference to one on this server, whatever its version. */
	static Optional<String> relative(String address) {
		IdType id = new IdType(address);
		return ("Medication".equals(id.getResourceType()) && id.hasIdPart())
				? Optional.of("Medication/" + id.getIdPart()) : Optional.empty();
	}

	static String address(Reference reference) {
		return Objects.toString(reference.getReferenceElement_().getValueAsString(), "").strip();
	}

	private static Optional<Medication> contained(String id, DomainResource order) {
		return order.getContained()
			.stream()
			.filter((resource) -> id.equals(localId(resource)))
			.filter(Medication.class::isInstance)
			.map(Medication.class::cast)
			.findFirst();
	}

	private static String localId(Resource resource) {
		String id = Objects.toString(resource.getIdElement().getIdPart(), "");
		return id.startsWith("#") ? id.substring(1) : id;
	}

}
