package org.twitchingreference.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.chart.ChartLists;
import org.twitchingreference.chart.ChartLists.Listing;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.Codings;
import org.twitchingreference.mapping.entry.ChartPatient;
import org.twitchingreference.mapping.entry.ResourceMapping;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * Sections of documents, those within them included, and Lists. A section with nothing
 * but narrative lists nothing that can be read.
 */
final class ListMapping {

	private static final Set<String> LEFT_OUT = Set.of("entered-in-error", "retired");

	private final ChartPatient patient;

	private final List<Listing> listings = new ArrayList<>();

	private ListMapping(ChartPatient patient) {
		this.patient = patient;
	}

	static ChartLists in(BundlePage bundle, ChartPatient patient) {
		ListMapping mapping = new ListMapping(patient);
		boolean isDocument = false;
		for (BundleEntry entry : bundle.entries()) {
			if (entry.resource() instanceof Composition document
					&& mapping.isRead(document, document.getSubject(), entry)
					&& !"entered-in-error".equals(document.getStatusElement().getValueAsString())) {
				isDocument |= bundle.entries().get(0).resource() instanceof Composition;
				document.getSection().forEach(mapping::add);
			}
			else if (entry.resource() instanceof ListResource list && mapping.isRead(list, list.getSubject(), entry)) {
				mapping.add(list);
			}
		}
		return new ChartLists(isDocument, mapping.listings);
	}

	private boolean isRead(DomainResource resource, Reference subject, BundleEntry entry) {
		return !ResourceMapping.isModified(resource) && this.patient.mayBe(subject, entry.fullUrl());
	}

	private void add(ListResource list) {
		if (!LEFT_OUT.contains(Objects.toString(list.getStatusElement().getValueAsString(), ""))) {
			add(list.getCode(), list.getTitle(), list.hasEntry(), list.getEmptyReason());
		}
	}

	private void add(SectionComponent section) {
		boolean within = section.getSection().stream().anyMatch(SectionComponent::hasEntry);
		add(section.getCode(), section.getTitle(), section.hasEntry() || within, section.getEmptyReason());
		section.getSection()
			.forEach((inner) -> add(inner.getCode(), inner.getTitle(),
					inner.hasEntry() || inner.getSection().stream().anyMatch(SectionComponent::hasEntry),
					inner.getEmptyReason()));
	}

	private void add(CodeableConcept code, String title, boolean hasEntries, CodeableConcept reason) {
		this.listings.add(new Listing(Codings.codes(code), ChartText.name(title), hasEntries,
				Codings.bare(reason).contains("nilknown")));
	}

}
