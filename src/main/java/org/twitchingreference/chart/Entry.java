package org.twitchingreference.chart;

import java.util.Optional;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** One resource and the address its Bundle gives it (empty when it gives none). */
record Entry(String fullUrl, Resource resource) {

	/** The logical id, else the one in the address, else empty. */
	String id() {
		String own = this.resource.getIdElement().getIdPart();
		if (own != null && !own.isBlank()) {
			return own;
		}
		IdType address = new IdType(this.fullUrl);
		return (address.hasIdPart() && type().equals(address.getResourceType())) ? address.getIdPart() : "";
	}

	/** "Observation/k1", or the address where there is no id, or the bare type. */
	String reference() {
		if (!id().isEmpty()) {
			return type() + "/" + Words.name(id());
		}
		return this.fullUrl.startsWith("urn:") ? Words.name(this.fullUrl) : type();
	}

	/**
	 * What it is recognised by when another page delivers it again: its id on its server.
	 */
	Optional<String> identity() {
		return (!id().isEmpty() || this.fullUrl.startsWith("urn:"))
				? Optional.of(ServerAddress.ofResource(this.fullUrl) + " " + reference() + " " + id())
				: Optional.empty();
	}

	String type() {
		return this.resource.fhirType();
	}

}
