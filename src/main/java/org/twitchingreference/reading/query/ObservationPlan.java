package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryRead.Role;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.fhir.FhirSession;
import org.twitchingreference.mapping.entry.LocalCodes;

/**
 * The queries for the parts of a chart that are made of Observations: by their known
 * codes, by category, or by both. Results under other codes are only kept for the
 * laboratory, where they are named as not recognised.
 */
final class ObservationPlan {

	private static final String TYPE = "Observation";

	/** Results that the probe requests, under any code. */
	private static final int PROBED = 20;

	/** Reports on a page; an EHR without results in the first has none in others. */
	private static final int REPORTS = 50;

	private final FhirSession session;

	private final Dialect dialect;

	private final ChartRequirements requirements;

	private final LocalDate today;

	ObservationPlan(FhirSession session, ChartRequirements requirements, LocalDate today) {
		this.session = session;
		this.dialect = session.dialect();
		this.requirements = requirements;
		this.today = today;
	}

	Stream<Query> of(Part part) {
		Set<Code> codes = this.requirements.codes(part);
		By by = this.dialect.observations().by();
		if (codes.isEmpty()) {
			return (part == Part.LABORATORY) ? Stream.of(byCategory(part, since(part))) : Stream.empty();
		}
		if (by == By.CATEGORY) {
			return Stream.of(byCategory(part, since(part)));
		}
		Stream<Query> byCode = groups(codes).stream().map((group) -> byCode(part, group, by == By.BOTH));
		return (by == By.AUTO) ? byCode.map((query) -> query.or(byCategory(part, Optional.empty()))) : byCode;
	}

	/** The newest few of the laboratory's results, under whatever codes. */
	Query probe() {
		Optional<LocalDate> since = since(Part.LABORATORY);
		SearchUrl search = search().with("category", category(Part.LABORATORY))
			.with("date", SearchUrl.day(this.dialect, since))
			.with("_count", String.valueOf(Math.min(PROBED, this.dialect.count())));
		return query(Part.LABORATORY, search, since).how(QueryScope.QUERY_UNDER_ANY_CODE.reason()).as(Role.PROBE);
	}

	/**
	 * The reports in the window of the laboratory, some of which may contain their
	 * results.
	 */
	Query reports() {
		Optional<LocalDate> since = since(Part.LABORATORY);
		SearchUrl search = SearchUrl.of("DiagnosticReport", this.session.patientId())
			.with("date", SearchUrl.day(this.dialect, since))
			.with("_count", String.valueOf(Math.min(REPORTS, this.dialect.count())));
		return Query.of(Part.LABORATORY, QueryScope.DIAGNOSTIC_REPORTS.reason(), search)
			.how(QueryScope.QUERY_RESULTS_WITHIN.reason())
			.as(Role.REPORTS)
			.since(since, Optional.empty());
	}

	/** The codes and local ones for them, as many together as the server accepts. */
	List<List<Code>> groups(Collection<Code> codes) {
		List<Code> sorted = new LocalCodes(this.session.codes()).with(codes)
			.stream()
			.sorted(Comparator.comparing(Code::system).thenComparing(Code::code))
			.toList();
		int size = this.dialect.observations().codesPerQuery();
		List<List<Code>> groups = new ArrayList<>();
		for (int from = 0; from < sorted.size(); from += size) {
			groups.add(sorted.subList(from, Math.min(from + size, sorted.size())));
		}
		return groups;
	}

	private Query byCode(Part part, List<Code> codes, boolean alsoByCategory) {
		SearchUrl search = search().with("category", alsoByCategory ? category(part) : "").withCodes(codes);
		return query(part, counted(search, since(part)), since(part))
			.how(QueryScope.QUERY_BY_CODES.reason(codes.size()));
	}

	private Query byCategory(Part part, Optional<LocalDate> since) {
		boolean sorted = this.dialect.sortsByDate() && this.requirements.since(part, this.today).isPresent();
		SearchUrl search = search().with("category", category(part)).with("_sort", sorted ? "-date" : "");
		return query(part, counted(search, since), since).how(QueryScope.QUERY_BY_CATEGORY.reason())
			.since(since, sorted ? this.requirements.since(part, this.today) : Optional.empty());
	}

	private Query query(Part part, SearchUrl search, Optional<LocalDate> since) {
		return Query.of(part, search)
			.ofCategory("category=" + category(part))
			.knowing(new KnownCodes(part, this.requirements.codes(part), part != Part.LABORATORY))
			.since(since, Optional.empty());
	}

	private SearchUrl counted(SearchUrl search, Optional<LocalDate> since) {
		return search.with("status", this.dialect.observations().statuses())
			.with("date", SearchUrl.day(this.dialect, since))
			.with("_count", String.valueOf(this.dialect.count()));
	}

	private SearchUrl search() {
		return SearchUrl.of(TYPE, this.session.patientId());
	}

	private Optional<LocalDate> since(Part part) {
		return this.requirements.since(part, this.today).filter((day) -> this.dialect.datePrefix() != DatePrefix.NONE);
	}

	/** FHIR's own categories of Observations. */
	private static String category(Part part) {
		return switch (part) {
			case VITAL_SIGNS -> "vital-signs";
			case SOCIAL_HISTORY, PREGNANCY -> "social-history";
			case SCORES -> "survey";
			default -> "laboratory";
		};
	}

}
