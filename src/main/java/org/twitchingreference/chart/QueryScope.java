package org.twitchingreference.chart;

import java.util.List;

import org.twitchingreference.clinical.ReasonCode;

/**
 * What a query asks for and how it searches, for sentences on the page and for the
 * ledger.
 */
public enum QueryScope implements ReasonCode {

	/** The query in one line. */
	QUERY("subject", "how"), QUERY_SINCE("subject", "how", "day"),

	/** What it asks for: a whole part, or one kind of its entries. */
	QUERY_OF_PART("part"), REPORTED_MEDICINES(), MEDICINES_GIVEN(), DISPENSED_MEDICINES(), REFERRED_MEDICINES(),
	DIAGNOSTIC_REPORTS(), PROCEDURES(),

	/** How it searches. */
	QUERY_ALL(), QUERY_BY_CATEGORY(), QUERY_OF_CATEGORY("category"), QUERY_BY_CODES("count"), QUERY_UNDER_ANY_CODE(),
	QUERY_RESULTS_WITHIN(), QUERY_OPEN_ORDERS(), QUERY_MEDICINES_IN_USE(), QUERY_MEDICINES_ENDED(),
	QUERY_MEDICINES_ENDED_SINCE("day"), QUERY_ONE_BY_ONE();

	@SuppressWarnings("ImmutableEnumChecker")
	private final List<String> parameters;

	QueryScope(String... parameters) {
		this.parameters = List.of(parameters);
	}

	@Override
	public List<String> parameters() {
		return this.parameters;
	}

}
