package org.twitchingreference.mapping.json;

import java.util.Optional;

import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ServerAddress;

/**
 * One resource of a Bundle: its fullUrl (empty if it has none); the resource; its logical
 * id, else the id in the fullUrl, else empty; how it is referred to ("Observation/k1", or
 * the fullUrl where there is no id, or only the type); whether it is one of several
 * versions of which none is certainly the newest; and whether it is what is left of a
 * damaged one.
 */
public record BundleEntry(String fullUrl, Resource resource, String id, String reference, boolean contested,
		boolean damaged) {

	public BundleEntry(String fullUrl, Resource resource) {
		this(fullUrl, resource, id(fullUrl, resource));
	}

	public BundleEntry(String fullUrl, Resource resource, String id) {
		this(fullUrl, resource, id, reference(fullUrl, resource, id), false, false);
	}

	private static String id(String fullUrl, Resource resource) {
		String own = resource.getIdElement().getIdPart();
		if (own != null && !own.isBlank()) {
			return own;
		}
		IdType address = new IdType(fullUrl);
		return (address.hasIdPart() && resource.fhirType().equals(address.getResourceType())) ? address.getIdPart()
				: "";
	}

	private static String reference(String fullUrl, Resource resource, String id) {
		if (!id.isEmpty()) {
			return resource.fhirType() + "/" + ChartText.name(id);
		}
		return fullUrl.startsWith("urn:") ? ChartText.name(fullUrl) : resource.fhirType();
	}

	/** The same as one of several versions. */
	public BundleEntry asContested() {
		return new BundleEntry(this.fullUrl, this.resource, this.id, this.reference, true, this.damaged);
	}

	/** The same as what could be read of a damaged one. */
	BundleEntry asDamaged() {
		return new BundleEntry(this.fullUrl, this.resource, this.id, this.reference, this.contested, true);
	}

	/**
	 * What it is recognised by when another page delivers it again: its id on its server.
	 */
	public Optional<String> identity() {
		return (!this.id.isEmpty() || this.fullUrl.startsWith("urn:"))
				? Optional.of(ServerAddress.ofResource(this.fullUrl) + " " + this.reference + " " + this.id)
				: Optional.empty();
	}

	/**
	 * Whether it is certainly a newer version of the same resource: by the number of the
	 * version, or else by the time of the last change; not where these contradict each
	 * other.
	 */
	public boolean isNewerThan(BundleEntry other) {
		return version().isNewerThan(other.version());
	}

	/** Which version of its resource it is. */
	public EntryVersion version() {
		return EntryVersion.of(this.resource);
	}

	/** Whether what is read of both is the same, whatever their versions. */
	public boolean saysTheSameAs(BundleEntry other) {
		return EntryVersion.isSame(this.resource, other.resource);
	}

	public String type() {
		return this.resource.fhirType();
	}

}
