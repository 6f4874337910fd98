package org.twitchingreference.mapping.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.element.ObservationTimes;
import org.twitchingreference.mapping.element.ResourceCodes;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * The resources contained in entries, made entries themselves: the results of a report,
 * the order that a dispense fulfils. Where they have no subject or time, they get those
 * of the containing entry. What is contained as the reason for something else (the
 * problem that an order is for) is not an entry of a list, and is reported as not read.
 */
public final class ContainedEntries {

	/** Resource types whose contents are what they list. */
	private static final Set<String> LISTS = Set.of("List", "Composition");

	private final List<BundleEntry> entries = new ArrayList<>();

	private final List<Unreadable> unreadable;

	private ContainedEntries(BundlePage page) {
		this.unreadable = new ArrayList<>(page.unreadable());
		page.entries().forEach(this::add);
	}

	/** The page with the contained resources added to its entries. */
	public static BundlePage addedTo(BundlePage page) {
		ContainedEntries all = new ContainedEntries(page);
		return new BundlePage(all.entries, all.unreadable, page.matches(), page.announced(), page.next());
	}

	private void add(BundleEntry entry) {
		this.entries.add(entry);
		if (entry.resource() instanceof DomainResource container && container.hasContained()
				&& !ResourceCodes.isRetracted(container)) {
			Set<String> ids = container.getContained()
				.stream()
				.map(ContainedEntries::localId)
				.collect(Collectors.toSet());
			container.getContained()
				.stream()
				.filter((one) -> !(one instanceof Medication) && !(one instanceof Specimen)
						&& !isMember(one, container))
				.forEach((one) -> add((DomainResource) one, container, ids, entry));
		}
	}

	private void add(DomainResource one, DomainResource container, Set<String> ids, BundleEntry entry) {
		if (ResourceMapping.isModified(container)) {
			lost(one, entry, EntryReason.MODIFIED);
		}
		else if (!isRead(one, container.fhirType())) {
			lost(one, entry, EntryReason.CONTAINED_ELSEWHERE);
		}
		else {
			inherit(one, container);
			if (one instanceof Observation panel) {
				panel.getHasMember().removeIf((member) -> ids.contains(address(member)));
			}
			this.entries.add(new BundleEntry(entry.fullUrl(), one, "", entry.reference() + ChartText.name(localId(one)),
					entry.contested(), entry.damaged()));
		}
	}

	private void lost(Resource one, BundleEntry entry, EntryReason why) {
		this.unreadable.add(new Unreadable(one.fhirType() + " in " + entry.reference(), why.reason()));
	}

	private static boolean isRead(Resource one, String container) {
		return switch (one.fhirType()) {
			case "Condition", "AllergyIntolerance" -> LISTS.contains(container);
			case "Observation" ->
				LISTS.contains(container) || Set.of("DiagnosticReport", "Observation").contains(container);
			default -> true;
		};
	}

	/** The members of a panel are read with it. */
	private static boolean isMember(Resource one, DomainResource container) {
		return container instanceof Observation panel
				&& panel.getHasMember().stream().map(ContainedEntries::address).anyMatch(localId(one)::equals);
	}

	private static String localId(Resource contained) {
		return "#" + Objects.toString(contained.getIdElement().getIdPart(), "").replace("#", "");
	}

	static String address(Reference reference) {
		return Objects.toString(reference.getReferenceElement_().getValueAsString(), "").strip();
	}

	private static void inherit(DomainResource one, DomainResource container) {
		String element = (one instanceof AllergyIntolerance) ? "patient" : "subject";
		if (subject(one, element).isEmpty()) {
			subject(container, "subject").stream()
				.findFirst()
				.or(() -> subject(container, "patient").stream().findFirst())
				.ifPresent((subject) -> one.setProperty(element, subject));
		}
		if (one instanceof Observation result && ObservationTimes.isUndated(result)) {
			if (container instanceof DiagnosticReport report) {
				result.setEffective(report.getEffective()).setIssuedElement(report.getIssuedElement());
			}
			else if (container instanceof Observation source) {
				result.setEffective(source.getEffective()).setIssuedElement(source.getIssuedElement());
			}
		}
	}

	private static List<Base> subject(Resource resource, String element) {
		Property property = resource.getNamedProperty(element);
		return (property != null) ? property.getValues() : List.of();
	}

}
