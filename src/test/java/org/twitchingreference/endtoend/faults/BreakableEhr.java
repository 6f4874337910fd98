package org.twitchingreference.endtoend.faults;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;

import org.springframework.util.function.SingletonSupplier;

/**
 * A whole EHR played by WireMock, from discovery to chart, whose answers to one request
 * can be made wrong, and a stranger of another port that nobody may contact.
 */
final class BreakableEhr {

	static final String FAILING_PAGE = "/failing-page";

	static final String PAGE_THAT_LEADS_BACK = "/page-that-leads-back";

	static final String OUTSIDE = "outside";

	private final PlayedCharts charts = new PlayedCharts();

	private final RequestCounts asked = new RequestCounts("asked", (any) -> true);

	private final RequestCounts askedOutside = new RequestCounts("outside",
			(request) -> request.path().endsWith("/" + OUTSIDE));

	private final RequestCounts askedElsewhere = new RequestCounts("elsewhere", (any) -> true);

	private final WireMockServer server = server(this.charts, this.asked, this.askedOutside);

	private final WireMockServer stranger = server(this.askedElsewhere);

	/** WireMock looks for a key store in every jar whenever it is asked. */
	private final Supplier<String> origin = SingletonSupplier.of(this.server::baseUrl);

	private final Supplier<String> strangerAddress = SingletonSupplier.of(this.stranger::baseUrl);

	private final List<StubMapping> broken = new ArrayList<>();

	static BreakableEhr start() {
		BreakableEhr ehr = new BreakableEhr();
		ehr.server.start();
		ehr.stranger.start();
		ehr.stranger
			.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson(Searchset.of(List.of()).json())));
		ehr.discoverAndAuthorize();
		ehr.stubPages();
		return ehr;
	}

	String origin() {
		return this.origin.get();
	}

	String issuer() {
		return issuer(PlayedDialect.DEFAULT);
	}

	String issuer(PlayedDialect dialect) {
		return origin() + dialect.base();
	}

	String strangerAddress() {
		return this.strangerAddress.get();
	}

	/** The address by which this EHR opens the application for the patient. */
	URI launch(URI app, InventedPatient patient) {
		return launch(app, patient.id(), PlayedDialect.DEFAULT);
	}

	URI launch(URI app, String patient, PlayedDialect dialect) {
		return URI.create(app + "/launch?iss=" + issuer(dialect) + "&launch=launch-of-" + patient);
	}

	/** The access token that a launch for the patient is given. */
	static String token(InventedPatient patient) {
		return "access-token-of-" + patient.id();
	}

	/** Takes the patient in, with a sound chart. */
	void admit(InventedPatient patient) {
		admit(patient.chart(), patient.scope());
	}

	private StubMapping admit(InventedChart chart, String scope) {
		this.charts.admit(chart);
		return this.server.stubFor(WireMock.post("/token")
			.withFormParam("code", WireMock.equalTo("code-of-launch-of-" + chart.patient()))
			.willReturn(WireMock
				.okJson("""
						{ "access_token": "access-token-of-%1$s", "token_type": "Bearer", "expires_in": 300, "scope": "%2$s",
						  "patient": "%1$s", "need_patient_banner": true }"""
					.formatted(chart.patient(), scope))));
	}

	/** Takes a patient with the chart in for as long as the visit lasts. */
	Visit visit(InventedChart chart, PlayedDialect dialect) {
		return new Visit(this, chart, dialect, admit(chart, InventedPatient.EVERYTHING));
	}

	/** Answers this one request for the patient wrongly until healed. */
	void breakDown(ChartRequest request, ChartFault fault, InventedPatient patient) {
		List<String> sound = patient.resources(request);
		ResponseDefinitionBuilder answer = fault
			.answer(new ChartFault.Place(this, issuer(), request.type(), request.isSearch(), sound, sound.get(0)));
		this.broken.add(this.server.stubFor(of(patient, request).atPriority(1).willReturn(answer)));
	}

	/** Refuses the codes of this patient, in words that nobody should repeat. */
	void refuseCode(InventedPatient patient) {
		this.broken.add(this.server.stubFor(WireMock.post("/token")
			.withFormParam("code", WireMock.equalTo("code-of-launch-of-" + patient.id()))
			.atPriority(1)
			.willReturn(WireMock
				.okJson("""
						{ "error": "invalid_grant", "error_description": "The code of %s is used up" }"""
					.formatted(patient.id()))
				.withStatus(400))));
	}

	/**
	 * Takes the patient in with access that is good for the patient record only, and
	 * renews it like this.
	 */
	void admitForAShortTime(InventedPatient patient, ResponseDefinitionBuilder renewal) {
		admit(patient);
		MappingBuilder exchange = WireMock.post("/token")
			.withFormParam("code", WireMock.equalTo("code-of-launch-of-" + patient.id()));
		this.broken.add(this.server.stubFor(exchange.atPriority(1)
			.willReturn(WireMock.okJson("""
					{ "access_token": "short-%s", "token_type": "Bearer", "expires_in": 300, "scope": "%s",
					  "patient": "%s", "refresh_token": "refresh-token-of-%s" }""".formatted(token(patient),
					patient.scope(), patient.id(), patient.id())))));
		this.broken.add(this.server.stubFor(WireMock.any(WireMock.urlPathMatching("/fhir/.*"))
			.withHeader("Authorization", WireMock.equalTo("Bearer short-" + token(patient)))
			.willReturn(WireMock.unauthorized())));
		this.broken.add(this.server.stubFor(WireMock.get("/fhir/Patient/" + patient.id())
			.withHeader("Authorization", WireMock.equalTo("Bearer short-" + token(patient)))
			.willReturn(ChartFault.fhir(patient.resources(ChartRequest.PATIENT).get(0)))));
		this.broken.add(this.server.stubFor(WireMock.post("/token")
			.withFormParam("grant_type", WireMock.equalTo("refresh_token"))
			.withFormParam("refresh_token", WireMock.equalTo("refresh-token-of-" + patient.id()))
			.willReturn(renewal)));
	}

	/** How often access was renewed, or asked to be. */
	int renewals() {
		return this.asked.matching(
				(request) -> request.path().equals("/token") && request.body().contains("grant_type=refresh_token"));
	}

	void heal() {
		this.broken.forEach(this.server::removeStubMapping);
		this.broken.clear();
		this.asked.reset();
		this.askedOutside.reset();
		this.askedElsewhere.reset();
	}

	/** How often the EHR was asked for this, for any patient. */
	int askedFor(ChartRequest request) {
		return this.asked.matching((asked) -> asked.path().matches("/fhir/" + request.type() + "(/.*)?"));
	}

	/** How often somebody was asked whom nobody may ask. */
	int askedOutside() {
		return this.askedElsewhere.all() + this.askedOutside.all();
	}

	private void discoverAndAuthorize() {
		this.server.stubFor(WireMock.get(WireMock.urlPathMatching(".*/fhir/.well-known/smart-configuration"))
			.willReturn(WireMock.okJson("""
					{ "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token" }"""
				.formatted(origin()))));
		this.server.stubFor(WireMock.get(WireMock.urlPathEqualTo("/authorize"))
			.willReturn(WireMock
				.temporaryRedirect("{{{request.query.redirect_uri}}}"
						+ "?code=code-of-{{{request.query.launch}}}&state={{{request.query.state}}}")
				.withTransformers("response-template")));
	}

	private void stubPages() {
		this.server.stubFor(WireMock.get(WireMock.urlPathMatching(".*/fhir/[A-Z].*"))
			.atPriority(9)
			.willReturn(WireMock.ok().withTransformers(PlayedCharts.NAME)));
		for (PlayedDialect dialect : PlayedDialect.values()) {
			this.server.stubFor(WireMock.get(dialect.base() + FAILING_PAGE).willReturn(WireMock.serverError()));
			String back = issuer(dialect) + PAGE_THAT_LEADS_BACK;
			this.server.stubFor(WireMock.get(dialect.base() + PAGE_THAT_LEADS_BACK)
				.willReturn(WireMock.okJson(Searchset.of(List.of()).next(back).json())));
		}
	}

	/** The request with this patient's token and for nobody else. */
	private static MappingBuilder of(InventedPatient patient, ChartRequest request) {
		MappingBuilder mapping = request.isSearch()
				? WireMock.get(WireMock.urlPathEqualTo("/fhir/" + request.type()))
					.withQueryParam("patient", WireMock.equalTo(patient.id()))
				: WireMock.get("/fhir/" + request.type() + "/" + patient.id());
		return mapping.withHeader("Authorization", WireMock.equalTo("Bearer " + token(patient)));
	}

	private static WireMockServer server(Extension... extensions) {
		return new WireMockServer(WireMockConfiguration.wireMockConfig()
			.dynamicPort()
			.containerThreads(200)
			.disableRequestJournal()
			.extensions(extensions));
	}

	/** A patient with a chart of the EHR's, as long as it is needed. */
	record Visit(BreakableEhr ehr, InventedChart chart, PlayedDialect dialect,
			StubMapping token) implements AutoCloseable {

		/**
		 * Answers this one query wrongly; the example is a resource that it could find.
		 */
		Visit with(ChartFault fault, AskedQuery query, String example) {
			this.ehr.charts.breakDown(this.chart, query,
					fault.answer(new ChartFault.Place(this.ehr, this.ehr.issuer(this.dialect), query.type(),
							query.isSearch(), PlayedCharts.found(this.chart, query), example)));
			return this;
		}

		URI launch(URI app) {
			return this.ehr.launch(app, this.chart.patient(), this.dialect);
		}

		/** What was asked so far. */
		Set<AskedQuery> asked() {
			return this.ehr.charts.asked(this.chart.patient());
		}

		@Override
		public void close() {
			this.ehr.charts.discharge(this.chart.patient());
			this.ehr.server.removeStubMapping(this.token);
		}

	}

}
