package org.twitchingreference.reading.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.twitchingreference.chart.ChartRequirements;
import org.twitchingreference.chart.Dialects;
import org.twitchingreference.chart.Fhir;
import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.fhir.DeclaredCapabilities;
import org.twitchingreference.fhir.Dialect;
import org.twitchingreference.fhir.Dialect.DatePrefix;
import org.twitchingreference.fhir.Dialect.Medications.NamedBy;
import org.twitchingreference.fhir.Dialect.Observations.By;
import org.twitchingreference.mapping.FakeFhirSession;

import static org.assertj.core.api.Assertions.assertThat;

class QueryPlanTests {

	private static final String PROBE = "Observation?patient=p1&category=laboratory&date=ge2026-08-14&_count=20";

	private static final String REPORTS = "DiagnosticReport?patient=p1&date=ge2026-08-14&_count=20";

	private static final String IN_USE = "&status=active,on-hold,unknown";

	private static final String ENDED = "&status=completed,stopped";

	private static final ChartRequirements ASKED = new ChartRequirements(
			Map.of(Part.LABORATORY, Set.of(code("1"), code("2"), code("3")), Part.SCORES, Set.of(code("9")),
					Part.STUDIES, Set.of(code("7")), Part.ORDERS, Set.of(code("8"))),
			Map.of(Part.LABORATORY, 100, Part.STUDIES, 10), OptionalInt.of(50));

	@Test
	void asksByCodeSinceTheLongestWindowAndAFewUnderAnyCode() {
		assertThat(locations(Part.LABORATORY, Dialects.plain())).containsExactly(
				"Observation?patient=p1&code=s%7C1,s%7C2,s%7C3&date=ge2026-08-14&_count=20", PROBE, REPORTS);
	}

	@Test
	void asksForNoMoreCodesAtOnceThanTheServerTakes() {
		assertThat(locations(Part.LABORATORY, Dialects.plain().observations(By.CODE, 2))).containsExactly(
				"Observation?patient=p1&code=s%7C1,s%7C2&date=ge2026-08-14&_count=20",
				"Observation?patient=p1&code=s%7C3&date=ge2026-08-14&_count=20", PROBE, REPORTS);
	}

	@Test
	void asksByCategoryWithTheStatusesAndThePrefixThatTheServerWants() {
		assertThat(locations(Part.LABORATORY,
				Dialects.plain().observations(By.CATEGORY, 50, "final", "amended").dates(DatePrefix.GT)))
			.containsExactly(
					"Observation?patient=p1&category=laboratory&status=final,amended&date=gt2026-08-13&_count=20",
					"DiagnosticReport?patient=p1&date=gt2026-08-13&_count=20");
	}

	@Test
	void asksByBothAndWithoutADateWhereTheServerTakesNone() {
		assertThat(locations(Part.SCORES, Dialects.plain().observations(By.BOTH, 50).dates(DatePrefix.NONE)))
			.containsExactly("Observation?patient=p1&category=survey&code=s%7C9&_count=20");
	}

	@Test
	void asksForTheNewestFirstOnlyWhereItMayStopEarly() {
		Dialects sorting = Dialects.plain().observations(By.CATEGORY, 50).dates(DatePrefix.NONE).sortsByDate();

		assertThat(locations(Part.LABORATORY, sorting)).containsExactly(
				"Observation?patient=p1&category=laboratory&_sort=-date&_count=20",
				"DiagnosticReport?patient=p1&_count=20");
		assertThat(locations(Part.SCORES, sorting)).containsExactly("Observation?patient=p1&category=survey&_count=20");
	}

	@Test
	void asksNothingOfAPartThatTheKnowledgeKnowsNoCodesOf() {
		assertThat(locations(Part.PREGNANCY, Dialects.plain())).isEmpty();
		assertThat(locations(Part.VITAL_SIGNS, Dialects.plain().observations(By.CATEGORY, 50))).isEmpty();
	}

	@Test
	void asksForProblemsInTheCategoriesThatTheServerWants() {
		assertThat(locations(Part.PROBLEMS, Dialects.plain())).containsExactly("Condition?patient=p1&_count=20");
		assertThat(locations(Part.PROBLEMS, Dialects.plain().conditions(false, "a-b", "cd")))
			.containsExactly("Condition?patient=p1&category=a-b,cd&_count=20");
		assertThat(locations(Part.PROBLEMS, Dialects.plain().conditions(true, "a-b", "cd"))).containsExactly(
				"Condition?patient=p1&category=a-b&_count=20", "Condition?patient=p1&category=cd&_count=20");
	}

	@Test
	void asksForMedicinesFromWhereTheServerHasThem() {
		assertThat(locations(Part.MEDICATIONS, Dialects.plain()
			.medications(NamedBy.INCLUDE, List.of("order", "plan"), "MedicationRequest", "MedicationStatement")))
			.containsExactly(
					"MedicationRequest?patient=p1&intent=order,plan" + IN_USE
							+ "&_count=20&_include=MedicationRequest:medication",
					"MedicationRequest?patient=p1&intent=order,plan" + ENDED
							+ "&_count=20&_include=MedicationRequest:medication",
					"MedicationStatement?patient=p1&_count=20&_include=MedicationStatement:medication");
		assertThat(locations(Part.MEDICATIONS,
				Dialects.plain().medications(NamedBy.CONTAINED, List.of(), "MedicationDispense")))
			.containsExactly("MedicationDispense?patient=p1&_count=20");
	}

	@Test
	void asksOnlyForThoseEndedOrdersThatHaveChangedSinceAnythingLooksBack() {
		assertThat(locations(Part.MEDICATIONS, Dialects.plain().filtersByUpdate())).containsExactly(
				"MedicationRequest?patient=p1&status=active,on-hold,unknown&_count=20",
				"MedicationRequest?patient=p1&status=completed,stopped&_lastUpdated=ge2026-10-03&_count=20");
		assertThat(locations(Part.MEDICATIONS, Dialects.plain().filtersByUpdate().dates(DatePrefix.GT)))
			.contains("MedicationRequest?patient=p1&status=completed,stopped&_lastUpdated=gt2026-10-02&_count=20");
	}

	@Test
	void takesTheServersWordForFilteringByUpdateWhereTheRegistrationSaysNothing() {
		DeclaredCapabilities declared = new DeclaredCapabilities(false, true);
		String filtered = "MedicationRequest?patient=p1&status=completed,stopped&_lastUpdated=ge2026-10-03&_count=200"
				+ "&_include=MedicationRequest:medication";

		assertThat(orders(Dialect.DEFAULT, declared)).contains(filtered);
		assertThat(orders(Dialect.DEFAULT, DeclaredCapabilities.NONE)).doesNotContain(filtered)
			.noneMatch((location) -> location.contains("_lastUpdated"));
		assertThat(orders(Dialects.plain().dialect(), declared))
			.noneMatch((location) -> location.contains("_lastUpdated"));
	}

	@Test
	void asksForAllOrdersWhereTheServerTakesNoDateOrNothingSaysHowFarToLookBack() {
		Dialects undated = Dialects.plain().filtersByUpdate().dates(DatePrefix.NONE);
		FakeFhirSession session = new FakeFhirSession().speaks(Dialects.plain().filtersByUpdate().dialect());

		assertThat(locations(Part.MEDICATIONS, undated)).containsExactly(
				"MedicationRequest?patient=p1" + IN_USE + "&_count=20",
				"MedicationRequest?patient=p1" + ENDED + "&_count=20");
		assertThat(new QueryPlan(session, ChartRequirements.EVERYTHING, Fhir.TODAY, (query) -> false,
				DeclaredCapabilities.NONE)
			.queries()
			.get(Part.MEDICATIONS)).extracting(Query::location)
			.containsExactly("MedicationRequest?patient=p1" + IN_USE + "&_count=20",
					"MedicationRequest?patient=p1" + ENDED + "&_count=20");
	}

	@Test
	void asksOnceForAllOrdersWhereNeitherQueryIsAccepted() {
		List<Query> orders = Objects.requireNonNull(plan(Dialects.plain().filtersByUpdate()).get(Part.MEDICATIONS));

		assertThat(orders).hasSize(2);
		assertThat(orders.stream().map(Query::plainer).distinct()).singleElement()
			.satisfies((plainer) -> assertThat(plainer).map(Query::location)
				.hasValueSatisfying((location) -> assertThat(location).doesNotContain("status", "_lastUpdated")));
	}

	@Test
	void asksForNoMoreOfProblemsReportsAndProceduresThanIsLookedAt() {
		String looked = "&_elements=id,meta,implicitRules,modifierExtension,status,code,subject,";

		assertThat(locations(Part.STUDIES, Dialects.plain().selectsElements())).containsExactly(
				"DiagnosticReport?patient=p1&date=ge2026-11-12" + looked + "effective,issued&code=s%7C7&_count=20",
				"Procedure?patient=p1&date=ge2026-11-12" + looked + "performed&_count=20");
		assertThat(locations(Part.PROBLEMS, Dialects.plain().selectsElements())).containsExactly(
				"Condition?patient=p1&_elements=id,meta,implicitRules,modifierExtension,clinicalStatus,verificationStatus,"
						+ "code,subject,onset,abatement,recordedDate&_count=20");
		assertThat(plan(Dialects.plain().selectsElements()).get(Part.STUDIES))
			.allSatisfy((query) -> assertThat(query.plainer().orElseThrow().location()).doesNotContain("_elements"));
	}

	@Test
	void asksForOpenOrdersForReportsByCodeAndForAllProcedures() {
		assertThat(locations(Part.ORDERS, Dialects.plain()))
			.containsExactly("ServiceRequest?patient=p1&status=draft,active,on-hold,unknown&_count=20");
		assertThat(locations(Part.STUDIES, Dialects.plain())).containsExactly(
				"DiagnosticReport?patient=p1&date=ge2026-11-12&code=s%7C7&_count=20",
				"Procedure?patient=p1&date=ge2026-11-12&_count=20");
	}

	@Test
	void asksForOrdersWithTheirIntentsWhereThatIsNotAccepted() {
		Query orders = Objects.requireNonNull(plan(Dialects.plain()).get(Part.MEDICATIONS)).get(0);

		assertThat(orders.plainer()).map(Query::location)
			.contains("MedicationRequest?patient=p1"
					+ "&intent=order,plan,original-order,reflex-order,filler-order,instance-order&_count=20");
		assertThat(plan(Dialects.plain().medications(NamedBy.READ, List.of("order"), "MedicationRequest"))
			.get(Part.MEDICATIONS)).extracting(Query::plainer).containsOnly(Optional.empty());
	}

	private static List<String> orders(Dialect dialect, DeclaredCapabilities declared) {
		return new QueryPlan(new FakeFhirSession().speaks(dialect), ASKED, Fhir.TODAY, (query) -> false, declared)
			.queries()
			.getOrDefault(Part.MEDICATIONS, List.of())
			.stream()
			.map(Query::location)
			.toList();
	}

	private static Map<Part, List<Query>> plan(Dialects dialects) {
		return new QueryPlan(new FakeFhirSession().speaks(dialects.dialect()), ASKED, Fhir.TODAY, (query) -> false,
				DeclaredCapabilities.NONE)
			.queries();
	}

	private static List<String> locations(Part part, Dialects dialects) {
		return plan(dialects).getOrDefault(part, List.of()).stream().map(Query::location).toList();
	}

	private static Code code(String code) {
		return new Code("s", code);
	}

}
