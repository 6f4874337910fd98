package org.twitchingreference.mapping.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.element.UnreadReports;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.EntryVersion;

/**
 * The entries of one part that were received from a server or are in a file, and what
 * could not be parsed.
 */
public record PartEntries(Part part, List<BundleEntry> entries, List<Unreadable> unreadable) {

	public PartEntries {
		entries = List.copyOf(entries);
		unreadable = List.copyOf(unreadable);
	}

	/**
	 * The entries received from a server, together with the resources of the part that
	 * these contain: results in reports, orders in dispenses.
	 */
	public static PartEntries withContained(Part part, List<BundleEntry> entries, List<Unreadable> unreadable) {
		BundlePage all = ContainedEntries.addedTo(new BundlePage(entries, unreadable, 0, 0, Optional.empty()));
		return new PartEntries(part,
				all.entries().stream().filter((entry) -> belongs(entry.type(), part) || isReport(entry, part)).toList(),
				Stream
					.concat(unreadable.stream(),
							all.unreadable()
								.stream()
								.skip(unreadable.size())
								.filter((lost) -> belongs(lost.reference().split(" ", 2)[0], part)))
					.toList());
	}

	/** Whether it is a report, whose results are read with those that it contains. */
	private static boolean isReport(BundleEntry entry, Part part) {
		return part == Part.LABORATORY && entry.resource() instanceof DiagnosticReport;
	}

	/** Whether one of the entries contains a result, or is a report that hides some. */
	public static boolean holdResults(List<BundleEntry> entries) {
		return entries.stream().map(BundleEntry::resource).anyMatch(PartEntries::holdsResults);
	}

	private static boolean holdsResults(Resource resource) {
		return (resource instanceof DiagnosticReport report && UnreadReports.isUnread(report))
				|| (resource instanceof DomainResource container
						&& container.getContained().stream().anyMatch(Observation.class::isInstance));
	}

	/** Whether resources of the type belong to the part, or are needed beside it. */
	public static boolean belongs(String type, Part part) {
		return part.types().contains(type) || ("Medication".equals(type) && part == Part.MEDICATIONS)
				|| ("Specimen".equals(type) && part == Part.LABORATORY);
	}

	/** Of a part of observations, by reference, the version of each that has one. */
	public Map<String, EntryVersion> versions() {
		Map<String, EntryVersion> versions = new HashMap<>();
		if (this.part.isOfObservations()) {
			this.entries.stream()
				.filter((entry) -> entry.identity().isPresent() && !entry.contested())
				.forEach((entry) -> versions.put(entry.reference(), entry.version()));
		}
		return versions;
	}

	/**
	 * How many entries the part has, damaged ones once. What only comes along, such as
	 * the medications that orders refer to, is not counted.
	 */
	public int count() {
		long own = this.entries.stream()
			.filter((entry) -> this.part.types().contains(entry.type()) && !entry.damaged())
			.count();
		return (int) own + this.unreadable.size();
	}

}
