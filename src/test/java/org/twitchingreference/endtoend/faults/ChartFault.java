package org.twitchingreference.endtoend.faults;

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
						(at) -> WireMock.ok("<html><body>Please log in</body></html>")
							.withHeader("Content-Type", "text/html")),
				new ChartFault("xml", Extent.NOTHING_READ,
						(at) -> WireMock.ok("<Bundle/>").withHeader("Content-Type", "application/fhir+xml")),
				new ChartFault("no content", Extent.NOTHING_READ, (at) -> WireMock.noContent()),
				new ChartFault("empty body", Extent.NOTHING_READ, json("")),
				new ChartFault("not json", Extent.NOTHING_READ, json("It works!")),
				new ChartFault("null", Extent.NOTHING_READ, json("null")),
				new ChartFault("array", Extent.NOTHING_READ, json("[]")),
				new ChartFault("other json", Extent.NOTHING_READ, json("{\"status\":\"ok\",\"entry\":[]}")),
				new ChartFault("other resource", Extent.NOTHING_READ,
						(at) -> fhir(at.isSearch() ? at.example() : Searchset.of(at.found()).json())),
				new ChartFault("operation outcome", Extent.NOTHING_READ, json(outcome("error"))),
				new ChartFault("truncated json", Extent.NOTHING_READ, (at) -> {
					String whole = at.body();
					return fhir(whole.substring(0, whole.length() - 1));
				}),

				new ChartFault("connection reset", Extent.NOTHING_READ, broken(Fault.CONNECTION_RESET_BY_PEER)),
				new ChartFault("no response", Extent.NOTHING_READ, broken(Fault.EMPTY_RESPONSE)),
				new ChartFault("garbage", Extent.NOTHING_READ, broken(Fault.RANDOM_DATA_THEN_CLOSE)),
				new ChartFault("broken chunk", Extent.NOTHING_READ, broken(Fault.MALFORMED_RESPONSE_CHUNK)),
				new ChartFault("slow", Extent.NOTHING_READ,
						(at) -> fhir(at.body()).withFixedDelay(BreakableSystem.TOO_LONG)),
				new ChartFault("slow to end", Extent.NOTHING_READ,
						(at) -> fhir(at.body()).withChunkedDribbleDelay(5, BreakableSystem.TOO_LONG)),
				new ChartFault("oversized", Extent.NOTHING_READ,
						(at) -> fhir(at.body() + " ".repeat(BreakableSystem.LARGEST_BODY))),
				new ChartFault("redirect", Extent.NOTHING_READ,
						(at) -> WireMock.temporaryRedirect(at.ehr().strangerAddress() + "/fhir/" + at.type())),

				new ChartFault("another patient instead", Extent.RECORD_LOST, (at) -> fhir(at.ofAStranger())),
				new ChartFault("damaged record", Extent.RECORD_LOST, (at) -> fhir(damaged(at.example()))),

				new ChartFault("another patient among", Extent.REST_UNKNOWN,
						(at) -> fhir(Searchset.of(at.found()).and(at.ofAStranger(), "match").json())),
				new ChartFault("damaged resource", Extent.REST_UNKNOWN,
						(at) -> fhir(Searchset.of(at.found())
							.and(damaged(at.example()).replace("\"id\":\"", "\"id\":\"damaged-"), "match")
							.json())),
				new ChartFault("warning", Extent.REST_UNKNOWN,
						(at) -> fhir(Searchset.of(at.found()).and(outcome("warning"), "outcome").json())),
				new ChartFault("more announced", Extent.REST_UNKNOWN,
						(at) -> fhir(Searchset.of(at.found()).announcing(100).json())),
				new ChartFault("next at a stranger", Extent.REST_UNKNOWN,
						(at) -> page(at, at.ehr().strangerAddress() + "/fhir/" + at.type() + "?page=2")),
				new ChartFault("next outside the base", Extent.REST_UNKNOWN,
						(at) -> page(at, at.issuer() + "/../" + BreakableEhr.OUTSIDE)),
				new ChartFault("next fails", Extent.REST_UNKNOWN,
						(at) -> page(at, at.issuer() + BreakableEhr.FAILING_PAGE)),
				new ChartFault("next is no address", Extent.REST_UNKNOWN, (at) -> page(at, "http://[")),
				new ChartFault("next leads back", Extent.REST_UNKNOWN,
						(at) -> page(at, at.issuer() + BreakableEhr.PAGE_THAT_LEADS_BACK)));
	}

	static ChartFault named(String name) {
		return all().stream().filter((fault) -> fault.name.equals(name)).findFirst().orElseThrow();
	}

	/** Whether the answer to a search, or for one resource, can go wrong in this way. */
	boolean concerns(boolean search, boolean forOne) {
		return switch (this.extent) {
			case NOTHING_READ -> true;
			case RECORD_LOST -> !search;
			case REST_UNKNOWN -> !forOne;
		};
	}

	boolean leavesNothing() {
		return this.extent != Extent.REST_UNKNOWN;
	}

	ResponseDefinitionBuilder answer(Place at) {
		return this.answer.of(at);
	}

	boolean isSlow() {
		return this.name.startsWith("slow");
	}

	static ResponseDefinitionBuilder fhir(String body) {
		return WireMock.ok(body).withHeader("Content-Type", "application/fhir+json;charset=UTF-8");
	}

	private static ResponseDefinitionBuilder page(Place at, String next) {
		return fhir(Searchset.of(at.found()).next(next).json());
	}

	private static Answer json(String body) {
		return (at) -> fhir(body);
	}

	private static Answer status(int status) {
		return (at) -> fhir(outcome("error")).withStatus(status);
	}

	private static Answer broken(Fault fault) {
		return (at) -> WireMock.aResponse().withFault(fault);
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

	/** Makes the wrong answer out of the right one. */
	interface Answer {

		ResponseDefinitionBuilder of(Place at);

	}

	/**
	 * What is asked: below which issuer, for which type, by a search or not; what there
	 * is to find, and one resource that there could be.
	 */
	record Place(BreakableEhr ehr, String issuer, String type, boolean isSearch, List<String> found, String example) {

		/** The sound answer. */
		String body() {
			return this.isSearch ? Searchset.of(this.found).json() : this.found.get(0);
		}

		/** The same kind of resource, of somebody else, and frightening. */
		String ofAStranger() {
			return InventedPatient.strange(this.example);
		}

	}

}
