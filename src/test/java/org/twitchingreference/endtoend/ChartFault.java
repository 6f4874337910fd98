package org.twitchingreference.endtoend;

import java.util.List;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;

/** One way an EHR's answer to a part of a chart goes wrong. */
record ChartFault(String name, Extent extent, Answer answer) {

	/** Every way there is. */
	static List<ChartFault> all() {
		return List.of(new ChartFault("unauthorized", Extent.NOTHING_READ, status(401)),
				new ChartFault("forbidden", Extent.NOTHING_READ, status(403)),
				new ChartFault("not found", Extent.NOTHING_READ, status(404)),
				new ChartFault("gone", Extent.NOTHING_READ, status(410)),
				new ChartFault("too many requests", Extent.NOTHING_READ, status(429)),
				new ChartFault("server error", Extent.NOTHING_READ, status(500)),
				new ChartFault("unavailable", Extent.NOTHING_READ, status(503)),

				new ChartFault("html", Extent.NOTHING_READ,
						(ehr, request, resources) -> WireMock.ok("<html><body>Please log in</body></html>")
							.withHeader("Content-Type", "text/html")),
				new ChartFault("xml", Extent.NOTHING_READ,
						(ehr, request, resources) -> WireMock.ok("<Bundle/>")
							.withHeader("Content-Type", "application/fhir+xml")),
				new ChartFault("no content", Extent.NOTHING_READ, (ehr, request, resources) -> WireMock.noContent()),
				new ChartFault("empty body", Extent.NOTHING_READ, json("")),
				new ChartFault("not json", Extent.NOTHING_READ, json("It works!")),
				new ChartFault("null", Extent.NOTHING_READ, json("null")),
				new ChartFault("array", Extent.NOTHING_READ, json("[]")),
				new ChartFault("other json", Extent.NOTHING_READ, json("{\"status\":\"ok\",\"entry\":[]}")),
				new ChartFault("other resource", Extent.NOTHING_READ,
						(ehr, request, resources) -> fhir(
								request.isSearch() ? resources.get(0) : Searchset.of(resources).json())),
				new ChartFault("operation outcome", Extent.NOTHING_READ, json(outcome("error"))),
				new ChartFault("truncated json", Extent.NOTHING_READ, (ehr, request, resources) -> {
					String whole = request.isSearch() ? Searchset.of(resources).json() : resources.get(0);
					return fhir(whole.substring(0, whole.length() - 1));
				}),

				new ChartFault("connection reset", Extent.NOTHING_READ, broken(Fault.CONNECTION_RESET_BY_PEER)),
				new ChartFault("no response", Extent.NOTHING_READ, broken(Fault.EMPTY_RESPONSE)),
				new ChartFault("garbage", Extent.NOTHING_READ, broken(Fault.RANDOM_DATA_THEN_CLOSE)),
				new ChartFault("broken chunk", Extent.NOTHING_READ, broken(Fault.MALFORMED_RESPONSE_CHUNK)),
				new ChartFault("slow", Extent.NOTHING_READ,
						(ehr, request, resources) -> whole(request, resources)
							.withFixedDelay(BreakableSystem.TOO_LONG)),
				new ChartFault("slow to end", Extent.NOTHING_READ,
						(ehr, request, resources) -> whole(request, resources).withChunkedDribbleDelay(5,
								BreakableSystem.TOO_LONG)),
				new ChartFault("oversized", Extent.NOTHING_READ,
						(ehr, request,
								resources) -> fhir(whole(request, resources).build().getBody()
										+ " ".repeat(BreakableSystem.LARGEST_BODY))),
				new ChartFault("redirect", Extent.NOTHING_READ,
						(ehr, request, resources) -> WireMock
							.temporaryRedirect(ehr.strangerAddress() + "/fhir/" + request.type())),

				new ChartFault("another patient instead", Extent.RECORD_LOST,
						(ehr, request, resources) -> fhir(InventedPatient.ofAStranger(request))),
				new ChartFault("damaged record", Extent.RECORD_LOST,
						(ehr, request, resources) -> fhir(damaged(resources.get(0)))),

				new ChartFault("another patient among", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> fhir(
								Searchset.of(resources).and(InventedPatient.ofAStranger(request), "match").json())),
				new ChartFault("damaged resource", Extent.REST_UNKNOWN,
						(ehr, request,
								resources) -> fhir(Searchset.of(resources)
									.and(damaged(resources.get(0)).replace("\"id\":\"", "\"id\":\"damaged-"), "match")
									.json())),
				new ChartFault("warning", Extent.REST_UNKNOWN,
						(ehr, request,
								resources) -> fhir(Searchset.of(resources).and(outcome("warning"), "outcome").json())),
				new ChartFault("more announced", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> fhir(Searchset.of(resources).announcing(100).json())),
				new ChartFault("next at a stranger", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> page(resources,
								ehr.strangerAddress() + "/fhir/" + request.type() + "?page=2")),
				new ChartFault("next outside the base", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> page(resources, ehr.issuer() + "/../" + BreakableEhr.OUTSIDE)),
				new ChartFault("next fails", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> page(resources, ehr.issuer() + BreakableEhr.FAILING_PAGE)),
				new ChartFault("next is no address", Extent.REST_UNKNOWN,
						(ehr, request, resources) -> page(resources, "http://[")),
				new ChartFault("next leads back", Extent.REST_UNKNOWN, (ehr, request, resources) -> page(resources,
						ehr.issuer() + BreakableEhr.PAGE_THAT_LEADS_BACK)));
	}

	/** Whether an answer to the request can go wrong in this way. */
	boolean concerns(ChartRequest request) {
		return switch (this.extent) {
			case NOTHING_READ -> true;
			case RECORD_LOST -> !request.isSearch();
			case REST_UNKNOWN -> request.isSearch();
		};
	}

	boolean leavesNothing() {
		return this.extent != Extent.REST_UNKNOWN;
	}

	ResponseDefinitionBuilder answer(BreakableEhr ehr, ChartRequest request, List<String> resources) {
		return this.answer.of(ehr, request, resources);
	}

	boolean isSlow() {
		return this.name.startsWith("slow");
	}

	/** The sound answer. */
	static ResponseDefinitionBuilder whole(ChartRequest request, List<String> resources) {
		return fhir(request.isSearch() ? Searchset.of(resources).json() : resources.get(0));
	}

	private static ResponseDefinitionBuilder fhir(String body) {
		return WireMock.ok(body).withHeader("Content-Type", "application/fhir+json;charset=UTF-8");
	}

	private static ResponseDefinitionBuilder page(List<String> resources, String next) {
		return fhir(Searchset.of(resources).next(next).json());
	}

	private static Answer json(String body) {
		return (ehr, request, resources) -> fhir(body);
	}

	private static Answer status(int status) {
		return (ehr, request, resources) -> fhir(outcome("error")).withStatus(status);
	}

	private static Answer broken(Fault fault) {
		return (ehr, request, resources) -> WireMock.aResponse().withFault(fault);
	}

	/** Says something of the patient, as servers do. */
	private static String outcome(String severity) {
		return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"%s\",\"code\":\"processing\","
			.formatted(severity)
				+ "\"diagnostics\":\"Some data of %s was withheld\"}]}".formatted(InventedPatient.FAMILY_NAME);
	}

	/** Its code, or its name, is of a shape that FHIR does not have. */
	private static String damaged(String resource) {
		return resource.replaceFirst("\"(code|medicationReference|name)\":", "\"$1\":[[]],\"was\":");
	}

	/** As test reports name it. */
	@Override
	public String toString() {
		return this.name;
	}

	/** How much of the part is lost. */
	enum Extent {

		NOTHING_READ, RECORD_LOST, REST_UNKNOWN

	}

	/** Makes the wrong answer out of the resources of the right one. */
	interface Answer {

		ResponseDefinitionBuilder of(BreakableEhr ehr, ChartRequest request, List<String> resources);

	}

}
