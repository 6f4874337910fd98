package org.twitchingreference.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.ReadReason;
import org.twitchingreference.chart.ReadStatus;
import org.twitchingreference.fhir.FhirReply;
import org.twitchingreference.fhir.FhirReply.Failure;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.entry.LocalCodes;
import org.twitchingreference.mapping.entry.PartEntries;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.mapping.json.FhirJson;
import org.twitchingreference.mapping.json.UnusableBundleException;
import org.twitchingreference.reading.query.Query;

/**
 * Reads the pages of one query, one after another, until the last, or until the server,
 * the dialect, the memory limit or the deadline ends it.
 */
final class PageWalk {

	private final FhirJson fhir;

	private final FhirSession session;

	private final MemoryBudget budget;

	private final PartReading part;

	private final QueryReading reading;

	private final NewestFirstCheck order;

	private final PagePrefetch ahead;

	PageWalk(FhirJson fhir, FhirSession session, BoundedTaskQueue queue, MemoryBudget budget, PartReading part,
			QueryReading reading) {
		this.fhir = fhir;
		this.session = session;
		this.ahead = new PagePrefetch(session, queue, budget);
		this.budget = budget;
		this.part = part;
		this.reading = reading;
		this.order = new NewestFirstCheck(reading.query());
	}

	/**
	 * Reads to the last page and passes each page on. Returns the simpler query to send
	 * next where the server did not accept this one; otherwise empty.
	 */
	Optional<Query> read(Consumer<BundlePage> pages) {
		Query query = this.reading.query();
		if (!this.session.dialect().offers(query.resourceType())) {
			this.reading.end(QueryEndings.notOffered(query));
			return Optional.empty();
		}
		if (!this.session.mayRead(query.resourceType())) {
			this.reading.end(QueryEndings.notGranted(query, this.session.asksFor(query.resourceType())));
			return Optional.empty();
		}
		Optional<Query> plainer = walk(pages);
		boolean all = this.session.mayReadAll(query.resourceType(), query.category());
		this.reading.end(all ? ReadStatus.COMPLETE : QueryEndings.partlyGranted(query));
		return plainer;
	}

	private Optional<Query> walk(Consumer<BundlePage> pages) {
		Optional<String> location = Optional.of(this.reading.query().location());
		Set<String> asked = new HashSet<>();
		while (location.isPresent() && !this.part.isClosed()) {
			if (!asked.add(location.get())) {
				return ended(ReadReason.PAGES_LEAD_BACK);
			}
			if (asked.size() > this.session.dialect().maximumPages()) {
				return ended(ReadReason.TOO_MANY_PAGES);
			}
			String page = location.get();
			ReceivedReply arrived = (asked.size() == 1) ? ReceivedReply.of(this.session.get(page), this.budget)
					: this.ahead.get(page);
			this.reading.add(arrived.reply());
			if (arrived.reply() instanceof Failure failure) {
				return failed(failure);
			}
			if (!arrived.held()) {
				return ended(ReadReason.TOO_MUCH_TO_HOLD);
			}
			FhirReply.Body body = (FhirReply.Body) arrived.reply();
			readAhead(body, page, asked);
			location = page(body.json(), arrived.weight(), pages).map((next) -> this.session.follow(next, page));
		}
		return Optional.empty();
	}

	private void readAhead(FhirReply.Body body, String page, Set<String> asked) {
		if (mayPrefetch() && asked.size() < this.session.dialect().maximumPages()) {
			NextLink.in(body.json())
				.map((next) -> this.session.follow(next, page))
				.filter((next) -> !asked.contains(next))
				.ifPresent(this.ahead::begin);
		}
	}

	/** Whether the next page will be read whatever is in this one. */
	private boolean mayPrefetch() {
		Query query = this.reading.query();
		return query.role() != Role.PROBE && query.role() != Role.REPORTS && query.horizon().isEmpty()
				&& !this.part.isClosed();
	}

	/** The location of the next page, if there is one and it is wanted. */
	private Optional<String> page(byte[] json, int weight, Consumer<BundlePage> pages) {
		try {
			BundlePage page = this.budget.parsing(weight, () -> parse(json));
			this.part.add(this.reading, page);
			pages.accept(page);
			boolean enough = isEnough(page) || this.order.leavesOnlyOlder(page);
			if (page.next().isPresent() && enough) {
				this.reading.stopEarly();
				return Optional.empty();
			}
			return page.next();
		}
		catch (UnusableBundleException ex) {
			this.reading.end(QueryEndings.unanswered(this.reading.query(), ReadReason.EHR_ANSWERED_NO_FHIR));
			return Optional.empty();
		}
	}

	/**
	 * Whether no further page is needed: a probe needs only one, and an EHR without
	 * results in its first reports has none in the others.
	 */
	private boolean isEnough(BundlePage page) {
		return switch (this.reading.query().role()) {
			case PROBE -> true;
			case REPORTS -> !PartEntries.holdResults(page.entries());
			default -> false;
		};
	}

	private BundlePage parse(byte[] json) {
		return (this.part.part() == Part.PATIENT) ? this.fhir.single(json)
				: new LocalCodes(this.session.codes()).addTo(this.fhir.bundle(json));
	}

	private Optional<Query> failed(Failure failure) {
		Query query = this.reading.query();
		boolean notAccepted = failure.kind() == Failure.Kind.REJECTED && !this.reading.hasPages()
				&& query.plainer().isPresent();
		if (notAccepted) {
			this.reading.supersede(QueryEndings.of(failure, query));
			return query.plainer();
		}
		this.reading.end(QueryEndings.of(failure, query));
		return Optional.empty();
	}

	private Optional<Query> ended(ReadReason why) {
		this.reading.end(QueryEndings.failed(this.reading.query(), why));
		return Optional.empty();
	}

}
