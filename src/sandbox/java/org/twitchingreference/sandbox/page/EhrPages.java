package org.twitchingreference.sandbox.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.twitchingreference.sandbox.authorization.EhrLaunch;
import org.twitchingreference.sandbox.authorization.EhrLaunches;
import org.twitchingreference.sandbox.authorization.PatientPicker;
import org.twitchingreference.sandbox.authorization.SandboxClients;
import org.twitchingreference.sandbox.authorization.SmartEndpoints;
import org.twitchingreference.sandbox.chart.DraftBoard;
import org.twitchingreference.sandbox.chart.PatientChart;
import org.twitchingreference.sandbox.chart.SandboxCharts;
import org.twitchingreference.sandbox.ehr.FhirBase;
import org.twitchingreference.sandbox.ehr.FhirBases;
import org.twitchingreference.sandbox.ehr.LaunchQuirk;
import org.twitchingreference.sandbox.ehr.SimulatedEhr;
import org.twitchingreference.sandbox.quirks.BreakTheGlass;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The pages of the EHR: the list of patients, and a chart with the app beside it. */
public class EhrPages {

	private final SandboxCharts charts;

	private final DraftBoard drafts;

	private final FhirBases bases;

	private final EhrLaunches launches;

	private final SandboxClients clients;

	private final SmartEndpoints endpoints;

	EhrPages(SandboxCharts charts, DraftBoard drafts, FhirBases bases, EhrLaunches launches, SandboxClients clients,
			SmartEndpoints endpoints) {
		this.charts = charts;
		this.drafts = drafts;
		this.bases = bases;
		this.launches = launches;
		this.clients = clients;
		this.endpoints = endpoints;
	}

	ServerResponse patients(ServerRequest request) {
		return ServerResponse.ok()
			.render("patients", Map.of("patients", this.charts.all().stream().map(PatientLine::of).toList(), "ehrs",
					this.bases.simulated(), "ehr", request.param("ehr").orElse("")));
	}

	/** Where the patient of a standalone launch is picked. */
	ServerResponse pick(ServerRequest request) {
		return ServerResponse.ok()
			.render("pick", Map.of("patients", this.charts.all().stream().map(PatientLine::of).toList(), "query",
					PatientPicker.query(request.servletRequest().getParameterMap())));
	}

	/**
	 * Continues the authorization, as if the app had been launched from this patient's
	 * chart.
	 */
	ServerResponse picked(ServerRequest request) {
		Optional<PatientChart> chart = this.charts.of(request.pathVariable("patient"));
		Optional<FhirBase> base = request.param("aud").flatMap(this.bases::at);
		if (chart.isEmpty() || base.isEmpty()) {
			return refused(HttpStatus.NOT_FOUND, "This EHR has no such patient, or no such FHIR base.");
		}
		EhrLaunch launch = this.launches.open(base.get(), chart.get(), true);
		return ServerResponse.status(HttpStatus.FOUND)
			.header("Location",
					this.endpoints.authorize() + "?" + PatientPicker.query(request.servletRequest().getParameterMap())
							+ "&" + PatientPicker.query(Map.of("launch", new String[] { launch.id() })))
			.build();
	}

	/**
	 * The chart page. It shows who the patient is, so the app need not; "banner=true"
	 * requires it to. "ehr=epic" opens the app from a simulated EHR.
	 */
	ServerResponse chart(ServerRequest request) {
		Optional<PatientChart> chart = this.charts.of(request.pathVariable("patient"));
		if (chart.isEmpty()) {
			return refused(HttpStatus.NOT_FOUND, "This EHR has no such patient.");
		}
		String client = request.param("ehr").or(() -> request.param("client")).orElse("public");
		boolean banner = request.param("banner").map(Boolean::parseBoolean).orElse(false);
		return this.bases.forClient(client)
			.map((base) -> chart(chart.get(), base, banner))
			.orElseGet(() -> refused(HttpStatus.BAD_REQUEST,
					"This EHR has no such client, and plays no such EHR. It offers the clients "
							+ String.join(", ", this.bases.clients()) + ", and plays " + simulated() + "."));
	}

	/**
	 * Breaks the glass: the clinician has given a reason to see what is withheld of the
	 * patient's chart.
	 */
	ServerResponse breakGlass(ServerRequest request) {
		Optional<BreakTheGlass> glass = request.param("ehr")
			.flatMap(this.bases::forClient)
			.flatMap((base) -> base.ehr().glass());
		if (glass.isEmpty() || this.charts.of(request.pathVariable("patient")).isEmpty()) {
			return refused(HttpStatus.NOT_FOUND, "This EHR has no such glass.");
		}
		glass.get().breakFor(request.pathVariable("patient"));
		return ServerResponse.noContent().build();
	}

	/** The drafts that apps created for the patient through the FHIR server. */
	ServerResponse drafts(ServerRequest request) {
		return ServerResponse.ok()
			.header("Cache-Control", "no-store")
			.body(this.drafts.of(request.pathVariable("patient"))
				.stream()
				.map((draft) -> Map.of("id", draft.getIdElement().getIdPart(), "code",
						draft.getCode().getCodingFirstRep().getCode(), "what", draft.getCode().getText(), "reason",
						draft.getReasonCodeFirstRep().getText(), "status", draft.getStatus().toCode(), "intent",
						draft.getIntent().toCode()))
				.toList());
	}

	/**
	 * The address that starts an EHR launch for the patient; it is good for one launch.
	 */
	public URI launch(PatientChart chart, FhirBase base, boolean banner) {
		return address(this.launches.open(base, chart, banner), base);
	}

	private URI address(EhrLaunch launch, FhirBase base) {
		return UriComponentsBuilder.fromUri(this.clients.app())
			.path("/launch")
			.queryParam("iss", "{iss}")
			.queryParam("launch", "{launch}")
			.encode()
			.buildAndExpand(base.iss(), launch.id())
			.toUri();
	}

	private ServerResponse chart(PatientChart chart, FhirBase base, boolean banner) {
		EhrLaunch launch = this.launches.open(base, chart, banner);
		URI sidebar = address(launch, base);
		boolean posting = base.ehr().access().has(LaunchQuirk.POSTING);
		return ServerResponse.ok()
			.header("Cache-Control", "no-store")
			.render("chart",
					Map.of("chart", ChartView.of(chart), "client", base.client(), "clients", this.bases.clients(),
							"ehr", base.ehr(), "sidebar", posting ? "" : sidebar.toString(), "launch",
							posting ? this.clients.app() + "/launch" : "", "fields", fields(sidebar), "app",
							this.clients.origin(), "handle", launch.messagingHandle()));
	}

	private static Map<String, String> fields(URI sidebar) {
		Map<String, String> fields = new TreeMap<>();
		UriComponentsBuilder.fromUri(sidebar)
			.build()
			.getQueryParams()
			.toSingleValueMap()
			.forEach((name, value) -> fields.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
		return fields;
	}

	private String simulated() {
		return this.bases.simulated().stream().map(SimulatedEhr::name).collect(Collectors.joining(", "));
	}

	private static ServerResponse refused(HttpStatus status, String reason) {
		return ServerResponse.status(status).render("refused", Map.of("reason", reason));
	}

}
