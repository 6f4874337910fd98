package org.twitchingreference.endtoend.faults;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.startup.EverythingLogged;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application logs of launches that succeed and that fail, with every logger at
 * TRACE.
 */
@ExtendWith({ OutputCaptureExtension.class, EverythingLogged.class })
class NothingLeaksTests {

	private static final InventedPatient PATIENT = InventedPatient.tellingAll()
		.with("patient-7351-secret", InventedPatient.EVERYTHING);

	private static final BreakableEhr ehr = BreakableSystem.ehr();

	/** Of an event whatever it is, and of nobody: there is no MDC. */
	private static final String[] KEYS = { "@timestamp", "log", "process", "service", "message", "ecs", "error" };

	private final PlayedBrowser browser = new PlayedBrowser();

	private final StructuredLog structured = new StructuredLog();

	@AfterEach
	void heal() {
		this.structured.close();
		ehr.heal();
	}

	@Test
	void logsNothingOfALaunchThatSucceeds(CapturedOutput output) {
		ehr.admit(PATIENT);

		Page page = this.browser.openSidebar(BreakableSystem.launch(PATIENT));

		assertThat(page.body()).contains(InventedPatient.FAMILY_NAME, InventedPatient.POTASSIUM);
		assertThat(output).contains("Launch opened: breakable", "Chart read: ");
		assertThat(output.getAll()).doesNotContain(secrets());
		assertThat(this.structured.text()).doesNotContain(secrets());
	}

	/** As whatever collects the logs of a hospital reads it (Elastic Common Schema). */
	@Test
	void logsStructuredEventsOfWhichNoneSaysMoreThanTheOthers() {
		ehr.admit(PATIENT);

		this.browser.openSidebar(BreakableSystem.launch(PATIENT));

		assertThat(this.structured.events()).isNotEmpty()
			.allSatisfy((event) -> assertThat(event.propertyNames()).contains("@timestamp", "message").isSubsetOf(KEYS))
			.anySatisfy((event) -> assertThat(event.path("message").asString()).isEqualTo("Launch opened: breakable"));
	}

	@Test
	void logsNothingOfALaunchThatFails(CapturedOutput output) {
		ehr.admit(PATIENT);
		ehr.refuseCode(PATIENT);

		Page page = this.browser.open(BreakableSystem.launch(PATIENT));
		Page again = this.browser.open(page.address());

		assertThat(page.status()).isEqualTo(502);
		assertThat(again.status()).isEqualTo(400);
		assertThat(output).contains("Launch failed: CODE_REFUSED breakable", "Launch failed: UNKNOWN_STATE -");
		assertThat(output.getAll()).doesNotContain(secrets());
		assertThat(this.structured.text()).doesNotContain(secrets());
	}

	@Test
	void logsNothingOfAChartThatCannotBeRead(CapturedOutput output) {
		ehr.admit(PATIENT);
		for (ChartFault fault : ChartFault.all().stream().filter((one) -> !one.isSlow()).toList()) {
			Stream.of(ChartRequest.values())
				.filter((request) -> fault.concerns(request.isSearch(), !request.isSearch()))
				.forEach((request) -> ehr.breakDown(request, fault, PATIENT));
			this.browser.openSidebar(BreakableSystem.launch(PATIENT));
			ehr.heal();
		}

		assertThat(output).contains("FHIR request failed: ", "Chart read: ");
		assertThat(output.getAll()).doesNotContain(secrets());
		assertThat(this.structured.text()).doesNotContain(secrets());
	}

	/** Everything that only this browser, the EHR and the application may know. */
	private String[] secrets() {
		List<String> secrets = new ArrayList<>(List.of(PATIENT.id(), InventedPatient.FAMILY_NAME,
				InventedPatient.POTASSIUM, "access-token", "code-of-", "launch-of-", "Stranger", "stranger"));
		secrets.addAll(this.browser.cookieValues());
		for (URI address : this.browser.visited()) {
			UriComponentsBuilder.fromUri(address)
				.build()
				.getQueryParams()
				.forEach((name, values) -> secrets.addAll(name.equals("state") ? values : List.of()));
			Stream.of(address.getPath().split("/")).filter((segment) -> segment.length() > 40).forEach(secrets::add);
		}
		assertThat(secrets).hasSizeGreaterThan(9);
		return secrets.toArray(String[]::new);
	}

}
