package org.twitchingreference.endtoend.faults;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/**
 * Answers FHIR requests out of the charts of the patients that are in, and each patient's
 * broken query wrongly.
 */
final class PlayedCharts implements ResponseDefinitionTransformerV2 {

	static final String NAME = "charts";

	private final Map<String, InventedChart> charts = new ConcurrentHashMap<>();

	private final Map<String, Broken> broken = new ConcurrentHashMap<>();

	private final Map<String, Set<AskedQuery>> asked = new ConcurrentHashMap<>();

	void admit(InventedChart chart) {
		this.charts.put(chart.patient(), chart);
		this.asked.put(chart.patient(), ConcurrentHashMap.newKeySet());
	}

	/** Answers this one query for the patient wrongly as long as the patient is in. */
	void breakDown(InventedChart chart, AskedQuery query, ResponseDefinitionBuilder answer) {
		this.broken.put(chart.patient(), new Broken(query, answer.build()));
	}

	/** What was asked for the patient. */
	Set<AskedQuery> asked(String patient) {
		return Set.copyOf(this.asked.getOrDefault(patient, Set.of()));
	}

	void discharge(String patient) {
		this.charts.remove(patient);
		this.broken.remove(patient);
		this.asked.remove(patient);
	}

	@Override
	public ResponseDefinition transform(ServeEvent event) {
		Request request = event.getRequest();
		String token = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
		return Optional.ofNullable(this.charts.get(token.replace("Bearer access-token-of-", "")))
			.map((chart) -> answer(chart, request.getUrl()))
			.orElseGet(() -> WireMock.unauthorized().build());
	}

	private ResponseDefinition answer(InventedChart chart, String address) {
		AskedQuery query = AskedQuery.of(PlayedDialect.at(address), address, chart.patient());
		this.asked.getOrDefault(chart.patient(), ConcurrentHashMap.newKeySet()).add(query);
		Broken wrong = this.broken.get(chart.patient());
		return (wrong != null && wrong.query().equals(query)) ? wrong.answer() : sound(chart, query).build();
	}

	/** The sound answer. */
	static ResponseDefinitionBuilder sound(InventedChart chart, AskedQuery query) {
		List<String> found = found(chart, query);
		if (query.dialect().rejects(query)) {
			return WireMock.badRequest();
		}
		if (!query.isSearch()) {
			return found.isEmpty() ? WireMock.notFound() : ChartFault.fhir(found.get(0));
		}
		Searchset searchset = Searchset.of(found);
		for (String included : chart.included(query)) {
			searchset = searchset.and(included, "include");
		}
		return ChartFault.fhir(searchset.json());
	}

	/** What there is to find, as the EHR tells it. */
	static List<String> found(InventedChart chart, AskedQuery query) {
		return query.dialect().finds(query) ? chart.matching(query).stream().map(query.dialect()::told).toList()
				: List.of();
	}

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public boolean applyGlobally() {
		return false;
	}

	/** The query of a patient that is answered wrongly. */
	private record Broken(AskedQuery query, ResponseDefinition answer) {

	}

}
