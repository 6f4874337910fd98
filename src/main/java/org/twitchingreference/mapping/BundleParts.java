package org.twitchingreference.mapping;

import java.util.Set;

import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.element.ObservationCategories;
import org.twitchingreference.mapping.element.UnreadReports;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;

/** To which part of the chart what a Bundle holds belongs, readable or not. */
final class BundleParts {

	private BundleParts() {
	}

	/** What of the Bundle belongs to the part. */
	static PartEntries of(Part part, BundlePage bundle) {
		return new PartEntries(part, bundle.entries().stream().filter((entry) -> belongs(entry, part)).toList(),
				bundle.unreadable().stream().filter((lost) -> belongs(lost, part)).toList());
	}

	private static boolean belongs(BundleEntry entry, Part part) {
		if (entry.resource() instanceof Observation observation && !ObservationCategories.belongs(observation, part)) {
			return false;
		}
		if (part == Part.LABORATORY && entry.resource() instanceof DiagnosticReport report) {
			return UnreadReports.isUnread(report);
		}
		return PartEntries.belongs(entry.type(), part);
	}

	/**
	 * Whether the lost resource may belong to the part; one of unknown type may belong to
	 * any.
	 */
	static boolean belongs(Unreadable lost, Part part) {
		String type = lost.reference().split("[/ ]", 2)[0];
		boolean nameless = Set.of(FhirJson.HOLLOW, FhirJson.FOREIGN, FhirJson.WITHHELD).contains(lost);
		return PartEntries.belongs(type, part) || (nameless && part != Part.PATIENT);
	}

}
