package org.twitchingreference.sandbox.chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.twitchingreference.sandbox.search.ChartQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** When an order was last changed, as a server knows and a file does not. */
class ChartBundleTests {

	private static final FhirContext FHIR = FhirContext.forR4Cached();

	private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

	@Test
	void hasAnOrderOfLongAgoChangedWhenItEnded() {
		PatientChart chart = chart("\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"end\":\""
				+ this.today.minusDays(5) + "\"}}}}]");

		assertThat(changedSince(chart, 10)).containsExactly("m1");
		assertThat(changedSince(chart, 2)).isEmpty();
	}

	@Test
	void hasAnOrderWithoutAnEndChangedWhenItWasWritten() {
		PatientChart chart = chart("\"dosageInstruction\":[]");

		assertThat(changedSince(chart, 1100)).containsExactly("m1");
		assertThat(changedSince(chart, 900)).isEmpty();
	}

	private Iterable<String> changedSince(PatientChart chart, int days) {
		return new ChartQuery("MedicationRequest", chart,
				Map.of("_lastUpdated", new String[] { "ge" + this.today.minusDays(days) }))
			.matches()
			.stream()
			.map(Resource::getIdElement)
			.map((id) -> id.getIdPart())
			.toList();
	}

	private PatientChart chart(String fields) {
		Bundle bundle = FHIR.newJsonParser()
			.parseResource(Bundle.class, """
					{"resourceType":"Bundle","type":"collection","entry":[
					 {"resource":{"resourceType":"Patient","id":"p1"}},
					 {"resource":{"resourceType":"MedicationRequest","id":"m1","status":"stopped","intent":"order",
					  "subject":{"reference":"Patient/p1"},"authoredOn":"%s",%s}}]}"""
				.formatted(this.today.minusDays(1000), fields));
		return new ChartBundle(bundle, FHIR).charts().get(0);
	}

}
