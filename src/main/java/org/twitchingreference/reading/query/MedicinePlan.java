package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.fhir.FhirSession;

/**
 * The queries for medicines. Orders that may be in use and orders that ended are asked
 * for at the same time: a long history has several pages, which come one after another,
 * and what is in use need not wait for them. If the server filters by when an entry was
 * last changed, ended orders are asked for only as far back as a rule looks. When an
 * order was placed says nothing about when it ended; one that has not changed since some
 * day had ended by then.
 */
final class MedicinePlan {

	private static final String ORDERS = "MedicationRequest";

	/** The intents of real orders; servers that require an intent accept a list. */
	private static final List<String> INTENTS = List.of("order", "plan", "original-order", "reflex-order",
			"filler-order", "instance-order");

	/** An order with one of these statuses is over for good. */
	private static final List<String> OVER = List.of("completed", "stopped");

	private final FhirSession session;

	private final Dialect.Medications how;

	private final Optional<LocalDate> changedSince;

	/**
	 * Takes what the server declares about filtering by last update; what its
	 * registration says goes first.
	 */
	MedicinePlan(FhirSession session, ChartRequirements requirements, LocalDate today, boolean declared) {
		this.session = session;
		this.how = session.dialect().medications();
		Boolean known = this.how.filteredByUpdate();
		boolean filtered = (known != null) ? known : declared;
		this.changedSince = requirements.sinceMedicinesEnded(today)
			.filter((day) -> filtered && session.dialect().datePrefix() != DatePrefix.NONE);
	}

	Stream<Query> queries() {
		return this.how.from().stream().flatMap((type) -> type.equals(ORDERS) ? orders() : Stream.of(others(type)));
	}

	private Stream<Query> orders() {
		List<String> current = this.how.statuses().stream().filter((status) -> !OVER.contains(status)).toList();
		List<String> over = this.how.statuses().stream().filter(OVER::contains).toList();
		if (current.isEmpty() || over.isEmpty()) {
			return Stream.of(orPlainer(query(ORDERS, orders(this.how.statuses()))));
		}
		Query inUse = query(ORDERS, orders(current)).how(QueryScope.QUERY_MEDICINES_IN_USE.reason());
		return Stream.of(orPlainer(inUse), orPlainer(ended(over)));
	}

	private Query ended(List<String> over) {
		return this.changedSince
			.map((day) -> query(ORDERS,
					orders(over).with("_lastUpdated", SearchUrl.day(this.session.dialect(), this.changedSince)))
				.how(QueryScope.QUERY_MEDICINES_ENDED_SINCE.reason(day)))
			.orElseGet(() -> query(ORDERS, orders(over)).how(QueryScope.QUERY_MEDICINES_ENDED.reason()));
	}

	private SearchUrl orders(List<String> statuses) {
		return search(ORDERS).with("intent", this.how.intents()).with("status", statuses);
	}

	/** A server that requires an intent has it in its dialect. */
	private Query orPlainer(Query query) {
		return this.how.intents().isEmpty() ? query.or(whole(ORDERS, search(ORDERS).with("intent", INTENTS))) : query;
	}

	private Query others(String type) {
		Query query = query(type, search(type));
		boolean stated = !this.how.intents().isEmpty() || include(type).isEmpty();
		return stated ? query : query.or(whole(type, search(type)));
	}

	private Query query(String type, SearchUrl search) {
		return Query.of(Part.MEDICATIONS, subject(type), counted(search).with("_include", include(type)));
	}

	private Query whole(String type, SearchUrl search) {
		return Query.of(Part.MEDICATIONS, subject(type), counted(search));
	}

	private String include(String type) {
		return (this.how.namedBy() == NamedBy.INCLUDE) ? type + ":medication" : "";
	}

	private SearchUrl search(String type) {
		return SearchUrl.of(type, this.session.patientId());
	}

	private SearchUrl counted(SearchUrl search) {
		return search.with("_count", String.valueOf(this.session.dialect().count()));
	}

	private static Reason subject(String type) {
		return switch (type) {
			case "MedicationStatement" -> QueryScope.REPORTED_MEDICINES.reason();
			case "MedicationAdministration" -> QueryScope.MEDICINES_GIVEN.reason();
			case "MedicationDispense" -> QueryScope.DISPENSED_MEDICINES.reason();
			default -> QueryScope.QUERY_OF_PART.reason(Part.MEDICATIONS);
		};
	}

}
