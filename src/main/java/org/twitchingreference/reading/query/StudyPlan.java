package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.Reason;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.json.ChartElements;

/** The queries for studies: procedures, and reports that are not the laboratory's. */
final class StudyPlan {

	private final FhirSession session;

	private final ChartRequirements requirements;

	private final LocalDate today;

	StudyPlan(FhirSession session, ChartRequirements requirements, LocalDate today) {
		this.session = session;
		this.requirements = requirements;
		this.today = today;
	}

	Stream<Query> queries() {
		return Part.STUDIES.types().stream().flatMap(this::queries);
	}

	/** Procedures are few; of the reports, most of which are the laboratory's, some. */
	private Stream<Query> queries(String type) {
		boolean few = type.equals("Procedure");
		Reason subject = (few ? QueryScope.PROCEDURES : QueryScope.DIAGNOSTIC_REPORTS).reason();
		Optional<LocalDate> since = this.requirements.since(Part.STUDIES, this.today)
			.filter((day) -> this.session.dialect().datePrefix() != DatePrefix.NONE);
		List<List<Code>> groups = few ? List.of(List.of())
				: new ObservationPlan(this.session, this.requirements, this.today)
					.groups(this.requirements.codes(Part.STUDIES));
		return groups.stream().map((codes) -> {
			SearchUrl search = search(type).with("date", SearchUrl.day(this.session.dialect(), since))
				.with("_elements", elements(type));
			Query query = Query.of(Part.STUDIES, subject, counted(codes.isEmpty() ? search : search.withCodes(codes)));
			return query.since(since, Optional.empty())
				.how(few ? QueryScope.QUERY_ALL.reason() : QueryScope.QUERY_BY_CODES.reason(codes.size()))
				.or(Query.of(Part.STUDIES, subject, counted(search(type))));
		});
	}

	/** What is looked at, and what could change what that means. */
	private List<String> elements(String type) {
		return this.session.dialect().selectsElements() ? ChartElements.requested(type) : List.of();
	}

	private SearchUrl search(String type) {
		return SearchUrl.of(type, this.session.patientId());
	}

	private SearchUrl counted(SearchUrl search) {
		return search.with("_count", String.valueOf(this.session.dialect().count()));
	}

}
