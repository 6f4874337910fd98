package org.twitchingreference.oracle.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A Bundle as a repository would hold it, which is what CQL asks: the entries of Bundles
 * within it among its own, of each resource the newest version, what entries contain as
 * entries, and no date that is none. Written apart from the product, from SEMANTICS.md.
 */
final class StoredBundle {

	private final Map<String, BundleEntryComponent> entries = new LinkedHashMap<>();

	private StoredBundle() {
	}

	static Bundle of(Bundle bundle) {
		StoredBundle stored = new StoredBundle();
		flat(bundle).peek((entry) -> ReadableDates.in(entry.getResource())).forEach(stored::add);
		Bundle all = new Bundle().setType(bundle.getType());
		all.setId(bundle.getId());
		for (BundleEntryComponent entry : stored.entries.values()) {
			all.addEntry(entry);
			contained(entry).forEach(all::addEntry);
		}
		all.getEntry().forEach((entry) -> NormalCodes.in(entry.getResource()));
		return all;
	}

	private static Stream<BundleEntryComponent> flat(Bundle bundle) {
		return bundle.getEntry()
			.stream()
			.flatMap((entry) -> (entry.getResource() instanceof Bundle inner) ? flat(inner) : Stream.of(entry))
			.filter((entry) -> entry.getResource() != null);
	}

	private void add(BundleEntryComponent entry) {
		Resource resource = entry.getResource();
		String key = resource.hasId() ? server(entry.getFullUrl()) + resource.fhirType() + resource.getIdPart()
				: "#" + this.entries.size();
		this.entries.merge(key, entry, (one, other) -> isNewer(other.getResource(), one.getResource()) ? other : one);
	}

	private static String server(String fullUrl) {
		return (fullUrl != null && fullUrl.matches("https?://.*/[A-Z][A-Za-z]*/[^/]+"))
				? fullUrl.replaceFirst("^https?://", "").replaceFirst("/+[A-Z][A-Za-z]*/[^/]+$", "") : "";
	}

	private static boolean isNewer(Resource one, Resource other) {
		Meta meta = one.getMeta();
		Meta before = other.getMeta();
		int byNumber = (isNumber(meta) && isNumber(before))
				? Long.compare(Long.parseLong(meta.getVersionId()), Long.parseLong(before.getVersionId())) : 0;
		int byTime = (meta.hasLastUpdated() && before.hasLastUpdated()) ? instant(meta).compareTo(instant(before)) : 0;
		return Integer.signum(byNumber) + Integer.signum(byTime) > 0;
	}

	private static boolean isNumber(Meta meta) {
		return meta.hasVersionId() && meta.getVersionId().matches("\\d{1,18}");
	}

	private static Instant instant(Meta meta) {
		return meta.getLastUpdated().toInstant();
	}

	/** What is no member of a panel, which is read with it. */
	private static List<BundleEntryComponent> contained(BundleEntryComponent entry) {
		List<BundleEntryComponent> all = new ArrayList<>();
		if (entry.getResource() instanceof DomainResource container && !isRetracted(container)) {
			for (Resource one : container.getContained()) {
				if (isOwn(one, container)) {
					all.add(new BundleEntryComponent().setResource(inherited(one.copy(), container)));
				}
			}
		}
		return all;
	}

	private static boolean isRetracted(DomainResource container) {
		return container.getNamedProperty("status") != null && container.getNamedProperty("status")
			.getValues()
			.stream()
			.anyMatch((status) -> "entered-in-error".equals(status.primitiveValue()));
	}

	private static boolean isOwn(Resource one, DomainResource container) {
		String type = container.fhirType();
		return switch (one.fhirType()) {
			case "Observation" -> List.of("DiagnosticReport", "Observation", "List", "Composition").contains(type);
			case "Condition", "AllergyIntolerance" -> List.of("List", "Composition").contains(type);
			default -> !(one instanceof Medication);
		};
	}

	private static Resource inherited(Resource one, DomainResource container) {
		String element = (one instanceof AllergyIntolerance) ? "patient" : "subject";
		Reference subject = reference(one, element);
		if (subject.isEmpty() && one.getNamedProperty(element) != null) {
			one.setProperty(element, reference(container, "subject"));
		}
		if (one instanceof Observation result && !result.hasEffective() && !result.hasIssued()) {
			if (container instanceof DiagnosticReport report) {
				result.setEffective(report.getEffective()).setIssuedElement(report.getIssuedElement());
			}
			else if (container instanceof Observation panel) {
				result.setEffective(panel.getEffective()).setIssuedElement(panel.getIssuedElement());
			}
		}
		return one;
	}

	private static Reference reference(Resource resource, String element) {
		return (resource.getNamedProperty(element) != null) ? resource.getNamedProperty(element)
			.getValues()
			.stream()
			.map(Reference.class::cast)
			.findFirst()
			.orElseGet(Reference::new) : new Reference();
	}

}
