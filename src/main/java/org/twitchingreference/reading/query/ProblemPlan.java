package org.twitchingreference.reading.query;

import java.util.List;
import java.util.stream.Stream;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.json.ChartElements;

/** The queries for problems: by category where the server wants one. */
final class ProblemPlan {

	/** The categories of US Core, for servers that want one. */
	private static final List<String> US_CORE = List.of("problem-list-item", "encounter-diagnosis", "health-concern");

	private final FhirSession session;

	private final Dialect dialect;

	ProblemPlan(FhirSession session) {
		this.session = session;
		this.dialect = session.dialect();
	}

	Stream<Query> queries() {
		List<String> categories = this.dialect.conditions().categories();
		if (categories.isEmpty()) {
			return Stream.of(problems(List.of(), elements()).or(problems(US_CORE, List.of())));
		}
		return this.dialect.conditions().oneByOne()
				? categories.stream()
					.map((category) -> problems(List.of(category), elements())
						.how(QueryScope.QUERY_OF_CATEGORY.reason(category)))
				: Stream.of(problems(categories, elements()));
	}

	private Query problems(List<String> categories, List<String> elements) {
		return Query.of(Part.PROBLEMS,
				SearchUrl.of("Condition", this.session.patientId())
					.with("category", categories)
					.with("_elements", elements)
					.with("_count", String.valueOf(this.dialect.count())));
	}

	/** What is looked at, and what could change what that means. */
	private List<String> elements() {
		return this.dialect.selectsElements() ? ChartElements.requested("Condition") : List.of();
	}

}
