package org.twitchingreference.chart;

import java.util.Objects;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/**
 * Whose chart it is: the patient's logical id and, in a Bundle, the address it stands
 * under there.
 */
record ChartPatient(String id, String fullUrl) {

	String reference() {
		return this.id.startsWith("urn:") ? this.id : "Patient/" + this.id;
	}

	boolean isRecord(Entry entry) {
		return this.fullUrl.isEmpty() ? this.id.equals(entry.id()) : this.fullUrl.equals(entry.fullUrl());
	}

	/**
	 * Whether the subject may be this patient: a resource without one answered a query
	 * for this patient, one with another subject is somebody else's.
	 */
	boolean mayBe(Reference subject) {
		String address = Objects.toString(subject.getReferenceElement_().getValueAsString(), "").strip();
		if (address.isEmpty() || (!this.fullUrl.isEmpty() && address.equals(this.fullUrl))) {
			return true;
		}
		IdType named = new IdType(address);
		return "Patient".equals(named.getResourceType()) && this.id.equals(named.getIdPart());
	}

}
