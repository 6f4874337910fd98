package org.twitchingreference.mapping.medicine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.element.ServerAddress;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * The Medication resources that were received, by the ways in which an order may refer to
 * them: by address, or by id on the server that is read. The same id on another server is
 * another medicine.
 */
public final class Medications {

	private final String server;

	private final Map<String, Medication> byAddress = new HashMap<>();

	/**
	 * By "Medication/id"; empty if two servers use the id and it is not clear which is
	 * meant.
	 */
	private final Map<String, Optional<Medication>> byId = new HashMap<>();

	/**
	 * Those among the entries.
	 * @param server the server that is read; empty where that is not known
	 */
	public Medications(List<BundleEntry> entries, String server) {
		this.server = ServerAddress.of(server);
		Map<String, String> owners = new HashMap<>();
		for (BundleEntry entry : entries) {
			if (entry.resource() instanceof Medication medication) {
				this.byAddress.putIfAbsent(place(entry.fullUrl()), medication);
				addById(entry, medication, owners);
			}
		}
	}

	private void addById(BundleEntry entry, Medication medication, Map<String, String> owners) {
		String owner = ServerAddress.ofResource(entry.fullUrl());
		String known = owners.putIfAbsent(entry.reference(), owner);
		if (known == null || (isHere(owner) && !isHere(known))) {
			owners.put(entry.reference(), owner);
			this.byId.put(entry.reference(), Optional.of(medication));
		}
		else if (!known.equals(owner) && isHere(known) == isHere(owner)) {
			this.byId.put(entry.reference(), Optional.empty());
		}
	}

	/** The medicine the order means: contained, delivered beside it, or read for it. */
	public Optional<Medication> find(Reference reference, DomainResource order) {
		String address = address(reference);
		if (address.startsWith("#")) {
			return contained(address.substring(1), order);
		}
		Medication addressed = this.byAddress.get(place(address));
		return (addressed != null && !address.isEmpty()) ? Optional.of(addressed)
				: relative(address).filter((id) -> isHere(ServerAddress.ofResource(address)))
					.flatMap((id) -> this.byId.getOrDefault(id, Optional.empty()));
	}

	/**
	 * Where the Medication is that the entry means, if it refers to one that is not at
	 * hand.
	 */
	public Optional<String> missing(DomainResource entry) {
		return (medication(entry) instanceof Reference reference && find(reference, entry).isEmpty())
				? location(address(reference)) : Optional.empty();
	}

	private static @Nullable Type medication(DomainResource entry) {
		if (entry instanceof MedicationRequest request) {
			return request.getMedication();
		}
		if (entry instanceof MedicationStatement statement) {
			return statement.getMedication();
		}
		if (entry instanceof MedicationAdministration administration) {
			return administration.getMedication();
		}
		return (entry instanceof MedicationDispense dispense) ? dispense.getMedication() : null;
	}

	/**
	 * An absolute address is not changed: the session decides whether it is the EHR's.
	 */
	private static Optional<String> location(String address) {
		return relative(address).map((relative) -> address.matches("(?i)https?:.*") ? address : relative);
	}

	/** Whether a resource that is relative to the server, or on it, may be meant. */
	private boolean isHere(String base) {
		return base.isEmpty() || base.equals(this.server);
	}

	/** The address without scheme and version, to compare. */
	private static String place(String address) {
		int version = address.indexOf("/_history/");
		return ServerAddress.of((version < 0) ? address : address.substring(0, version));
	}

	/** "Medication/m1" for a reference to one, whatever its server and version. */
	public static Optional<String> relative(String address) {
		IdType id = new IdType(address);
		return ("Medication".equals(id.getResourceType()) && id.hasIdPart())
				? Optional.of("Medication/" + id.getIdPart()) : Optional.empty();
	}

	private static String address(Reference reference) {
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
