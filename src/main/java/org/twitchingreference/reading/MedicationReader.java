package org.twitchingreference.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.element.ResourceCodes;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.mapping.json.JsonWeight;
import org.twitchingreference.mapping.json.UnusableBundleException;
import org.twitchingreference.mapping.medicine.Medications;
import org.twitchingreference.reading.query.Query;
import org.twitchingreference.reading.query.SearchUrl;

/**
 * Reads the Medication resources that entries refer to and that did not come with them:
 * each once, as soon as the page that refers to it was received, those of active entries
 * first, and at most 200.
 */
final class MedicationReader {

	/** All of these requests together, as one row of the ledger. */
	static final Query QUERY = Query
		.of(Part.MEDICATIONS, QueryScope.REFERRED_MEDICINES.reason(), SearchUrl.oneByOne("Medication"))
		.how(QueryScope.QUERY_ONE_BY_ONE.reason())
		.as(QueryRead.Role.FOLLOWED);

	private static final int MOST_READS = 200;

	private final FhirJson fhir;

	private final FhirSession session;

	private final MemoryBudget budget;

	private final PartReading part;

	private final Set<String> wanted = new HashSet<>();

	MedicationReader(FhirJson fhir, FhirSession session, MemoryBudget budget, PartReading part) {
		this.fhir = fhir;
		this.session = session;
		this.budget = budget;
		this.part = part;
	}

	/**
	 * The locations to which the page refers and that have not been read or requested.
	 */
	List<String> missing(BundlePage page) {
		NamedBy how = this.session.dialect().medications().namedBy();
		boolean allowed = how != NamedBy.CONTAINED && this.session.dialect().offers("Medication")
				&& this.session.mayRead("Medication");
		return allowed ? unread(page) : List.of();
	}

	private synchronized List<String> unread(BundlePage page) {
		Medications medications = new Medications(page.entries(), this.session.server());
		return page.entries()
			.stream()
			.map(BundleEntry::resource)
			.filter(DomainResource.class::isInstance)
			.map(DomainResource.class::cast)
			.sorted(Comparator.comparing((entry) -> !isActive(entry)))
			.flatMap((entry) -> medications.missing(entry).stream())
			.filter((location) -> this.wanted.size() < MOST_READS && this.wanted.add(location))
			.toList();
	}

	private static boolean isActive(DomainResource entry) {
		return ResourceCodes.statuses(entry).anyMatch("active"::equals);
	}

	/** Reads one of them, unless the part has been closed meanwhile. */
	void read(String location, QueryReading reading) {
		if (this.part.isClosed()) {
			return;
		}
		boolean search = this.session.dialect().medications().namedBy() == NamedBy.SEARCH;
		FhirReply reply = this.session.get(search ? search(location) : location);
		reading.add(reply);
		if (reply instanceof FhirReply.Body body) {
			add(location, body.json(), search, reading);
		}
	}

	private void add(String location, byte[] json, boolean search, QueryReading reading) {
		int weight = JsonWeight.of(json);
		if (!this.budget.take(weight)) {
			reading.end(QueryEndings.failed(reading.query(), ReadReason.TOO_MUCH_TO_HOLD));
			return;
		}
		this.budget.parsing(weight, () -> read(location, json, search))
			.ifPresent((page) -> this.part.add(reading, page));
	}

	private static String search(String location) {
		return "Medication?_id=" + location.substring(location.lastIndexOf('/') + 1);
	}

	/** The medication when it is the one that was asked for. */
	private Optional<BundlePage> read(String location, byte[] json, boolean search) {
		try {
			BundlePage page = search ? this.fhir.bundle(json) : this.fhir.single(json);
			return page.entries()
				.stream()
				.filter((entry) -> entry.resource() instanceof Medication)
				.filter((entry) -> Medications.relative(location).filter(entry.reference()::equals).isPresent())
				.map((entry) -> new BundleEntry(location, entry.resource()))
				.map((entry) -> new BundlePage(List.of(entry), List.of(), 1, 0, Optional.empty()))
				.findFirst();
		}
		catch (UnusableBundleException ex) {
			return Optional.empty();
		}
	}

}
