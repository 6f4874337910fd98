package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts by the FHIR server of the sandbox EHR, after a page that lists them. */
class RestDraftsBrowserTests extends BrowserTestBase {

	RestDraftsBrowserTests() {
		super(Look.sidebar());
	}

	@Test
	void sendsWhatWasListedAndConfirmedOnce() {
		openAlone("heart-failure-low-sodium", "symmetric");
		awaitReloading(REST_DRAFTS).click();
		chromium.await("[data-drafts-page=listed]");
		assertThat(listed()).contains("12-lead ECG", "Serum magnesium");
		assertThat(Accessibility.violations(chromium)).isEmpty();
		assertThat(drafted("heart-failure-low-sodium")).isEmpty();

		openAlone("heart-failure-low-sodium", "symmetric");
		awaitReloading(REST_DRAFTS).click();
		chromium.await("[data-drafts-page=listed]");
		int orders = listed().size();
		chromium.await("[data-action=send-drafts]").click();
		chromium.await("[data-drafts-page=sent] [data-created]");
		assertThat(chromium.await("[data-created]").getText()).startsWith("In the EHR as drafts, to be signed there: ")
			.contains("12-lead ECG");
		assertThat(Accessibility.violations(chromium)).isEmpty();
		assertThat(chromium.driver().getCurrentUrl()).endsWith("/send-drafts");

		chromium.driver().navigate().refresh();
		chromium.await("[data-drafts-page=sent] [data-created]");
		assertThat(drafted("heart-failure-low-sodium")).hasSize(orders)
			.anySatisfy((line) -> assertThat(line).startsWith("12-lead ECG: muscle twitching (R25.3)")
				.endsWith("(draft, proposal)"));
	}

	@Test
	void makesNoSecondOrderOfTheSameTestInALaunch() {
		openAlone("high-potassium", "symmetric");
		awaitReloading(REST_DRAFTS).click();
		int orders = send();
		chromium.await("[data-drafts-page=sent] a.action").click();
		chromium.await(COMPLETE);

		awaitReloading(REST_DRAFTS).click();
		assertThat(send()).isEqualTo(orders);

		assertThat(chromium.await("[data-created]").getText()).contains("12-lead ECG");
		assertThat(drafted("high-potassium")).hasSize(orders);
	}

	/** Whether another node has sent it, this one does not know. */
	@Test
	void saysOfAListThatItDoesNotKnowToLookInTheEhrFirst() {
		List<String> before = drafted("red-flags-normal-labs");
		openAlone("red-flags-normal-labs", "symmetric");
		awaitReloading(REST_DRAFTS).click();
		chromium.await("[data-drafts-page=listed]");
		chromium.driver().executeScript("document.querySelector('[name=token]').value = 'of another node'");

		chromium.await("[data-action=send-drafts]").click();

		assertThat(chromium.await("[data-drafts-page=sent]").getText()).contains("This list is no longer known",
				"look there before you choose the tests again");
		assertThat(texts("[data-created]")).isEmpty();
		assertThat(drafted("red-flags-normal-labs")).isEqualTo(before);
	}

	private static int send() {
		chromium.await("[data-drafts-page=listed]");
		int orders = listed().size();
		chromium.await("[data-action=send-drafts]").click();
		chromium.await("[data-drafts-page=sent] [data-created]");
		assertThat(chromium.driver().findElements(By.cssSelector("[data-unknown], [data-refused]"))).isEmpty();
		return orders;
	}

	@Test
	void offersNoneWithoutTheScope() {
		openAlone("low-potassium-diuretic", "asymmetric");

		assertThat(chromium.driver().findElements(By.cssSelector("[data-action=draft-orders]"))).isEmpty();
	}

	@Test
	void needsNoJavaScript() {
		openAlone("red-flags-normal-labs", "symmetric");
		awaitReloading(REST_DRAFTS);
		chromium.look(Look.sidebar().withoutJavaScript());
		openAlone("red-flags-normal-labs", "symmetric");
		awaitReloading(REST_DRAFTS).click();

		chromium.await("[data-drafts-page=listed]");
		assertThat(listed()).contains("Electromyography", "Nerve conduction study");
		assertThat(chromium.await("main").getText()).contains("Not drafted: MRI of brain or spine");
	}

	private static List<String> listed() {
		return texts("[data-listed]");
	}

	private static List<String> drafted(String patient) {
		String page = chromium.driver().getWindowHandle();
		chromium.driver().switchTo().newWindow(WindowType.TAB);
		chromium.open(RunningSystem.ehr() + "/chart/" + patient + "/drafts");
		String json = chromium.await("body").getText();
		chromium.driver().close();
		chromium.driver().switchTo().window(page);
		return json.startsWith("[") ? lines(json) : List.of();
	}

	private static List<String> lines(String json) {
		return JsonMapper.shared()
			.readTree(json)
			.valueStream()
			.map((one) -> "%s: %s (%s, %s)".formatted(one.path("what").asString(), one.path("reason").asString(),
					one.path("status").asString(), one.path("intent").asString()))
			.toList();
	}

	private static List<String> texts(String selector) {
		return chromium.driver().findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
	}

}
