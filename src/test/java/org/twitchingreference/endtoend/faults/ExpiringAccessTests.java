package org.twitchingreference.endtoend.faults;

import java.util.Set;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.twitchingreference.endtoend.Page;
import org.twitchingreference.endtoend.PlayedBrowser;
import org.twitchingreference.startup.EverythingLogged;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Access that ends in the middle of reading a chart, with every logger at TRACE. */
@ExtendWith({ OutputCaptureExtension.class, EverythingLogged.class })
class ExpiringAccessTests {

	private static final InventedPatient PATIENT = InventedPatient.tellingAll()
		.with("expiring-one", InventedPatient.EVERYTHING);

	private static final BreakableEhr ehr = BreakableSystem.ehr();

	private final PlayedBrowser browser = new PlayedBrowser();

	@AfterEach
	void heal(CapturedOutput output) {
		ehr.heal();
		assertThat(output.getAll()).doesNotContain("access-token", "refresh-token");
	}

	@Test
	void readsTheWholeChartWithOneRenewal() {
		ehr.admitForAShortTime(PATIENT, granted(PATIENT, ""));

		Page page = this.browser.openSidebar(BreakableSystem.launch(PATIENT));

		assertThat(page.incompleteParts()).isEmpty();
		assertThat(page.causes("met")).contains("low-potassium", "stimulant-medicine", "multiple-sclerosis");
		assertThat(ehr.renewals()).isEqualTo(1);
	}

	@Test
	void saysWhatIsMissingWhenItIsNotRenewed() {
		ehr.admitForAShortTime(PATIENT, WireMock.okJson("{ \"error\": \"invalid_grant\" }").withStatus(400));

		Page page = this.browser.openSidebar(BreakableSystem.launch(PATIENT));

		assertThat(page.isComplete()).isTrue();
		assertThat(page.incompleteParts()).contains("Laboratory results", "Medications", "Problems")
			.doesNotContain("Patient record");
		assertThat(page.body()).contains("open the app from the chart again");
		assertThat(page.causes("not-met")).isEmpty();
		assertThat(ehr.renewals()).isEqualTo(1);
	}

	@Test
	void showsNothingOfAnotherPatient() {
		InventedPatient other = PATIENT.with("other-one", InventedPatient.EVERYTHING);
		ehr.admit(other);
		ehr.admitForAShortTime(PATIENT, granted(other, "\"patient\": \"other-one\","));

		Page shell = this.browser.open(BreakableSystem.launch(PATIENT));
		Page page = this.browser.open(shell.address().resolve("assessment"));
		Page again = this.browser.open(shell.address());

		assertThat(again.status()).isEqualTo(401);
		assertThat(page.body() + again.body()).doesNotContain(InventedPatient.POTASSIUM, "other-one");
		assertThat(Set.of(200, 401)).contains(page.status());
		assertThat(ehr.renewals()).isEqualTo(1);
	}

	private static ResponseDefinitionBuilder granted(InventedPatient patient, String context) {
		return WireMock.okJson("""
				{ "access_token": "%s", "token_type": "Bearer", %s "expires_in": 300 }"""
			.formatted(BreakableEhr.token(patient), context));
	}

}
