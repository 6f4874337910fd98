package org.twitchingreference.sandbox.chart;

import java.util.LinkedHashMap;
import java.util.Map;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Gives every resource of a Bundle its id and makes the references between its entries
 * relative ("Medication/m1"), as a server that stored the Bundle would.
 */
class ChartReferences {

	private final FhirContext fhir;

	private final Map<String, String> byFullUrl = new LinkedHashMap<>();

	ChartReferences(FhirContext fhir) {
		this.fhir = fhir;
	}

	void resolve(Bundle bundle) {
		bundle.getEntry().stream().filter(BundleEntryComponent::hasResource).forEach(this::identify);
		bundle.getEntry().stream().map(BundleEntryComponent::getResource).forEach(this::relink);
	}

	private void identify(BundleEntryComponent entry) {
		Resource resource = entry.getResource();
		String id = id(entry);
		resource.setId(resource.fhirType() + "/" + id);
		if (entry.hasFullUrl()) {
			this.byFullUrl.put(entry.getFullUrl(), resource.fhirType() + "/" + id);
		}
	}

	private String id(BundleEntryComponent entry) {
		String id = entry.getResource().getIdElement().getIdPart();
		if (id == null) {
			id = entry.getFullUrl();
		}
		if (id == null) {
			throw new IllegalArgumentException("a " + entry.getResource().fhirType() + " has neither id nor fullUrl");
		}
		return id.substring(Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1);
	}

	private void relink(Resource resource) {
		this.fhir.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).forEach((reference) -> {
			String target = this.byFullUrl.get(reference.getReference());
			if (target != null) {
				reference.setReference(target);
				reference.setResource(null);
			}
		});
	}

}
