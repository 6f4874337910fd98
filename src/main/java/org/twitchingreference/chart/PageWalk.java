package org.twitchingreference.chart;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.twitchingreference.launch.FhirReply;
import org.twitchingreference.launch.FhirSession;

/** Reads a query page by page, as far as the server, the dialect and the deadline let. */
final class PageWalk {

	private final FhirJson fhir;

	PageWalk(FhirJson fhir) {
		this.fhir = fhir;
	}

	void read(FhirSession session, PartReading reading) {
		Query query = reading.query();
		if (query.isByCode() && query.codes().isEmpty()) {
			reading.end(Ending.COMPLETE);
			return;
		}
		if (!session.mayRead(query.resourceType())) {
			reading.end(Ending.notGranted(query));
			return;
		}
		Optional<String> location = Optional.of(query.location(session));
		Set<String> asked = new HashSet<>();
		while (location.isPresent() && !reading.isClosed()) {
			location = asked.add(location.get()) ? page(session, location.get(), reading) : looped(reading);
		}
		reading.end(session.mayReadAll(query.resourceType(), query.category()) ? Ending.COMPLETE
				: Ending.partlyGranted(query));
	}

	private Optional<String> page(FhirSession session, String location, PartReading reading) {
		Query query = reading.query();
		if (reading.pages() > 0 && reading.pages() >= session.dialect().maximumPages()) {
			return ended(reading, Ending.failed(query, "There are more pages of %s than are read at once."));
		}
		FhirReply reply = session.get(location);
		if (reply instanceof FhirReply.Failure failure) {
			return ended(reading, Ending.of(failure, query));
		}
		try {
			Page page = parse(((FhirReply.Body) reply).json(), query.part());
			reading.addPage(page);
			return page.next();
		}
		catch (UnusableBundleException ex) {
			return ended(reading, Ending.failed(query,
					"The EHR answered the query for the %s with something that is not FHIR; ask health-IT."));
		}
	}

	private Page parse(byte[] json, Part part) {
		return (part == Part.PATIENT) ? this.fhir.single(json) : this.fhir.bundle(json);
	}

	private static Optional<String> looped(PartReading reading) {
		return ended(reading, Ending.failed(reading.query(), "The EHR's pages of %s lead back to themselves."));
	}

	private static Optional<String> ended(PartReading reading, Ending ending) {
		reading.end(ending);
		return Optional.empty();
	}

}
