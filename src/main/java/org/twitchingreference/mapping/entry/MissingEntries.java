package org.twitchingreference.mapping.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.ListResource.ListEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.twitchingreference.chart.EntryReason;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.element.ChartText;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;

/**
 * What reports, documents and Lists of a file refer to and the file does not contain: a
 * result, or an entry of a list, which may be any. An entry on another server is missing
 * too.
 */
public final class MissingEntries {

	private static final Set<String> LEFT_OUT = Set.of("entered-in-error", "cancelled", "retired");

	private final Set<String> given = new HashSet<>();

	private final ChartPatient patient;

	private MissingEntries(BundlePage bundle, ChartPatient patient) {
		this.patient = patient;
		bundle.entries().forEach((entry) -> this.given.addAll(List.of(entry.reference(), entry.fullUrl())));
		bundle.unreadable().forEach((lost) -> this.given.add(lost.reference()));
	}

	/** One for each type of entry that is referred to and missing. */
	public static List<Unreadable> missing(BundlePage bundle, ChartPatient patient) {
		MissingEntries named = new MissingEntries(bundle, patient);
		return bundle.entries().stream().flatMap(named::missing).distinct().toList();
	}

	private Stream<Unreadable> missing(BundleEntry entry) {
		if (entry.resource() instanceof DiagnosticReport report && counts(report, report.getSubject(), entry)) {
			return missing(entry, report.getResult().stream(), EntryReason.RESULT_NOT_GIVEN);
		}
		if (entry.resource() instanceof Composition document && counts(document, document.getSubject(), entry)) {
			return missing(entry, document.getSection().stream().flatMap(MissingEntries::listed),
					EntryReason.LISTED_NOT_GIVEN);
		}
		if (entry.resource() instanceof ListResource list && counts(list, list.getSubject(), entry)) {
			return missing(entry,
					list.getEntry()
						.stream()
						.filter((one) -> !"true".equals(one.getDeletedElement().getValueAsString()))
						.map(ListEntryComponent::getItem),
					EntryReason.LISTED_NOT_GIVEN);
		}
		return Stream.empty();
	}

	private boolean counts(DomainResource resource, Reference subject, BundleEntry entry) {
		String status = resource.getNamedProperty("status")
			.getValues()
			.stream()
			.map((value) -> Objects.toString(value.primitiveValue(), ""))
			.findFirst()
			.orElse("");
		return !LEFT_OUT.contains(status) && this.patient.mayBe(subject, entry.fullUrl());
	}

	private static Stream<Reference> listed(SectionComponent section) {
		return Stream.concat(section.getEntry().stream(),
				section.getSection().stream().flatMap(MissingEntries::listed));
	}

	private Stream<Unreadable> missing(BundleEntry entry, Stream<Reference> references, EntryReason why) {
		return references.map(ContainedEntries::address)
			.filter((address) -> !address.isEmpty() && !isGiven(address, entry))
			.flatMap((address) -> type(address, why))
			.distinct()
			.map((type) -> new Unreadable(type + " in " + entry.reference(), why.reason()));
	}

	private boolean isGiven(String address, BundleEntry entry) {
		IdType id = new IdType(address);
		return this.given.contains(address) || this.given.contains(entry.reference() + ChartText.name(address))
				|| (id.hasIdPart() && this.given.contains(id.getResourceType() + "/" + ChartText.name(id.getIdPart())));
	}

	/**
	 * The type in an address, if charts are made of it; for the reference of a report, a
	 * result.
	 */
	private static Stream<String> type(String address, EntryReason why) {
		String type = (why == EntryReason.RESULT_NOT_GIVEN) ? "Observation"
				: Objects.toString(new IdType(address).getResourceType(), "");
		return Stream.of(Part.values()).anyMatch((part) -> part.types().contains(type)) ? Stream.of(type)
				: Stream.empty();
	}

}
