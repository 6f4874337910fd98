package org.twitchingreference.reading.query;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.QueryScope;
import org.twitchingreference.fhir.DeclaredCapabilities;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.FhirSession;

/**
 * The queries for each part of a chart: only for what the knowledge needs, in the dialect
 * of the server. Where the server is known to refuse a query, its simpler form is sent
 * from the start.
 */
public final class QueryPlan {

	/** An order in one of these states may still be carried out. */
	private static final List<String> OPEN_ORDERS = List.of("draft", "active", "on-hold", "unknown");

	private final FhirSession session;

	private final ChartRequirements requirements;

	private final LocalDate today;

	private final Predicate<Query> isKnownNotToBeAccepted;

	private final DeclaredCapabilities declared;

	public QueryPlan(FhirSession session, ChartRequirements requirements, LocalDate today,
			Predicate<Query> isKnownNotToBeAccepted, DeclaredCapabilities declared) {
		this.session = session;
		this.requirements = requirements;
		this.today = today;
		this.isKnownNotToBeAccepted = isKnownNotToBeAccepted;
		this.declared = declared;
	}

	public Map<Part, List<Query>> queries() {
		Map<Part, List<Query>> queries = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			queries.put(part, of(part).map(this::acceptable).distinct().toList());
		}
		queries.computeIfPresent(Part.LABORATORY, (part, planned) -> withReports(probed(planned)));
		return queries;
	}

	/**
	 * Adds a probe: results that are asked for by code only may be there under other
	 * codes. It is sent together with the others, because asking only when nothing was
	 * found would make the physician wait for another answer.
	 */
	private List<Query> probed(List<Query> planned) {
		boolean byCode = !planned.isEmpty() && planned.stream().allMatch(Query::isByCode);
		return byCode ? Stream.concat(planned.stream(), Stream.of(observations().probe())).toList() : planned;
	}

	/** Where an EHR has reports, results may be in them and nowhere else. */
	private List<Query> withReports(List<Query> planned) {
		boolean asked = !planned.isEmpty() && dialect().offers("DiagnosticReport");
		return asked ? Stream.concat(planned.stream(), Stream.of(observations().reports())).toList() : planned;
	}

	private Query acceptable(Query query) {
		return query.plainer().filter((plainer) -> this.isKnownNotToBeAccepted.test(query)).orElse(query);
	}

	private Stream<Query> of(Part part) {
		return switch (part) {
			case PATIENT -> Stream.of(Query.of(part, SearchUrl.read("Patient", this.session.patientId())));
			case MEDICATIONS ->
				new MedicinePlan(this.session, this.requirements, this.today, this.declared.findsMedicinesByUpdate())
					.queries();
			case PROBLEMS -> new ProblemPlan(this.session).queries();
			case ALLERGIES -> Stream.of(whole(part, "AllergyIntolerance"));
			case ORDERS -> this.requirements.codes(part).isEmpty() ? Stream.empty() : Stream.of(orders());
			case STUDIES -> this.requirements.codes(part).isEmpty() ? Stream.empty()
					: new StudyPlan(this.session, this.requirements, this.today).queries();
			case LABORATORY, VITAL_SIGNS, SOCIAL_HISTORY, PREGNANCY, SCORES -> observations().of(part);
		};
	}

	private ObservationPlan observations() {
		return new ObservationPlan(this.session, this.requirements, this.today);
	}

	private Query whole(Part part, String type) {
		return Query.of(part, counted(search(type)));
	}

	private Query orders() {
		Query planned = Query.of(Part.ORDERS, counted(search("ServiceRequest").with("status", OPEN_ORDERS)));
		return planned.how(QueryScope.QUERY_OPEN_ORDERS.reason()).or(whole(Part.ORDERS, "ServiceRequest"));
	}

	private SearchUrl search(String type) {
		return SearchUrl.of(type, this.session.patientId());
	}

	private SearchUrl counted(SearchUrl search) {
		return search.with("_count", String.valueOf(dialect().count()));
	}

	private Dialect dialect() {
		return this.session.dialect();
	}

}
