package org.twitchingreference.mapping;

import java.util.Objects;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.mapping.element.ServerAddress;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * Whose chart it is: the patient's logical id, in a Bundle the address it stands under
 * there, and the base of the server that it is on, where that is known.
 */
public record ChartPatient(String id, String fullUrl, String server) {

	public ChartPatient {
		server = ServerAddress.of(server);
	}

	/** The patient of a Bundle, at the address that it has there. */
	static ChartPatient ofFile(String id, String fullUrl) {
		return new ChartPatient(id, fullUrl, ServerAddress.ofResource(fullUrl));
	}

	String reference() {
		return this.id.startsWith("urn:") ? this.id : "Patient/" + this.id;
	}

	boolean isRecord(BundleEntry entry) {
		return this.fullUrl.isEmpty() ? this.id.equals(entry.id()) : this.fullUrl.equals(entry.fullUrl());
	}

	/**
	 * Whether the subject of the resource at the address may be this patient: a resource
	 * without one answered a query for this patient, one with another subject is somebody
	 * else's. The same id is somebody else's on another server, also where the resource
	 * comes from there. A server that is asked may call itself otherwise in addresses of
	 * entries, but not in what it says of whose they are; in a file nobody was asked, and
	 * a relative subject is one of the server that its resource is on (R4, 2.36.4.1).
	 */
	public boolean mayBe(Reference subject, String resourceUrl) {
		String address = Objects.toString(subject.getReferenceElement_().getValueAsString(), "").strip();
		if (!this.fullUrl.isEmpty() && address.equals(this.fullUrl)) {
			return true;
		}
		if (address.isEmpty()) {
			return isHere("", resourceUrl);
		}
		IdType named = new IdType(address);
		return "Patient".equals(named.getResourceType()) && this.id.equals(named.getIdPart())
				&& isHere(ServerAddress.ofResource(address), resourceUrl);
	}

	/** Whether the subject that is not this patient is another one, and not a group. */
	static boolean isPatient(Reference subject) {
		String address = Objects.toString(subject.getReferenceElement_().getValueAsString(), "").strip();
		return "Patient".equals(new IdType(address).getResourceType());
	}

	private boolean isHere(String base, String resourceUrl) {
		String own = ServerAddress.ofResource(resourceUrl);
		if (this.server.isEmpty()) {
			return base.isEmpty() || own.isEmpty() || base.equals(own);
		}
		String meant = (base.isEmpty() && !this.fullUrl.isEmpty()) ? own : base;
		return meant.isEmpty() || meant.equals(this.server);
	}

}
