package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** Drafts by SMART Web Messaging, to the page of the sandbox EHR around the app. */
class DraftsBrowserTests extends BrowserTestBase {

	private static final String DRAFT = "[data-scratchpad] [data-action=draft-orders]";

	private static final String OFFERED = "[data-scratchpad]:not([hidden]) [data-action=draft-orders]";

	private static final String SAID = "[data-scratchpad] [role=status]";

	DraftsBrowserTests() {
		super(Look.sidebar().wide(1280));
	}

	@Test
	void putsTheChosenOrdersOntoTheScratchpadOnce() {
		open("client=public");
		chromium.await("[data-test=potassium] input").click();
		chromium.await(OFFERED);
		assertThat(Accessibility.violations(chromium)).isEmpty();
		enterFrame();

		new Actions(chromium.driver()).doubleClick(chromium.await(OFFERED)).perform();

		chromium.awaitText(SAID, "In the EHR as drafts, to be signed there: serum magnesium, serum potassium.");
		assertThat(drafts()).hasSize(2);
		assertThat(drafts().get(0)).startsWith("Serum magnesium: muscle twitching (R25.3), potassium 3.1 mmol/L on ")
			.endsWith("(draft, proposal)");
		enterFrame();
		chromium.await(OFFERED).click();
		chromium.awaitText(SAID, "Drafted already: serum magnesium, serum potassium.");
		assertThat(drafts()).hasSize(2);
		assertThat(chromium.complaints()).allSatisfy((complaint) -> assertThat(complaint).contains("favicon.ico"));
	}

	/** Two clicks by keyboard, the second before the EHR can have answered the first. */
	@Test
	void sendsNothingMoreWhileItIsSending() {
		open("client=public");

		chromium.driver().executeScript("arguments[0].click(); arguments[0].click();", chromium.await(OFFERED));

		chromium.awaitText(SAID, "In the EHR as drafts, to be signed there: serum magnesium.");
		assertThat(drafts()).hasSize(1);
	}

	@Test
	void saysWhatTheEhrRefusedAndWhy() {
		open("client=public&messaging=refusing");
		chromium.await(OFFERED).click();

		chromium.awaitText(SAID, "Not drafted: serum magnesium (the EHR refused it: This EHR takes no drafts today).");
		assertThat(drafts()).isEmpty();
	}

	@Test
	void believesOnlyTheWindowAndOriginThatItAsked() {
		open("client=public&messaging=silent");
		chromium.driver().switchTo().defaultContent();
		String asked = String.valueOf(chromium.await("[data-drafts][data-heard]").getDomAttribute("data-heard"));
		enterFrame();

		answer(asked, "https://hostile.example.org", "parent");
		answer(asked, RunningSystem.ehr().toString(), "window");
		answer("another", RunningSystem.ehr().toString(), "parent");
		assertThat(chromium.await(DRAFT).isDisplayed()).isFalse();

		answer(asked, RunningSystem.ehr().toString(), "parent");
		chromium.await(OFFERED);
	}

	/** A page beside the app in the EHR, which even knows what was asked. */
	@Test
	void ignoresAHostileFrameBesideIt() {
		open("client=public&messaging=silent");
		chromium.driver().switchTo().defaultContent();
		chromium.await("[data-drafts][data-heard]");
		chromium.driver()
			.executeScript(
					"""
							const answer = { responseToMessageId: document.querySelector("[data-drafts]").dataset.heard, payload: {} };
							const frame = document.createElement("iframe");
							frame.srcdoc = "<p>hostile</p>";
							frame.onload = () => {
								frame.contentWindow.eval("parent.frames['app'].postMessage(" + JSON.stringify(answer) + ", '*')");
								document.body.dataset.attacked = "";
							};
							document.body.append(frame);
							""");
		chromium.await("[data-attacked]");
		enterFrame();

		assertThat(chromium.driver()
			.executeAsyncScript("const done = arguments[0]; setTimeout(() => done(document.querySelector('" + DRAFT
					+ "').checkVisibility()), 0)"))
			.isEqualTo(false);
	}

	@Test
	void draftsNothingUnderAHandleThatTheEhrDoesNotKnow() {
		open("client=public");
		chromium.await(OFFERED);
		chromium.driver().switchTo().defaultContent();
		String greeting = String.valueOf(chromium.await("[data-heard]").getDomAttribute("data-heard"));
		enterFrame();
		chromium.driver()
			.executeScript("document.querySelector('[data-scratchpad]').dataset.handle = 'stranger';"
					+ "addEventListener('message', () => document.body.dataset.answered = '')");

		chromium.await(OFFERED).click();

		chromium.driver().switchTo().defaultContent();
		chromium.await("[data-heard]:not([data-heard='" + greeting + "'])");
		assertThat(drafts()).isEmpty();
		enterFrame();
		assertThat(chromium.driver().findElements(By.cssSelector("[data-answered]"))).isEmpty();
	}

	/** Also where no test is suggested, so that nothing can be drafted. */
	@ParameterizedTest
	@ValueSource(strings = { "low-potassium-diuretic", "all-normal" })
	void isClosedByTheEhrWhenItIsDone(String chart) {
		openFramed(chart);
		chromium.await("[data-scratchpad][data-answers]");

		chromium.await("#session form button").click();

		chromium.driver().switchTo().defaultContent();
		chromium.await("body:not(:has(iframe#app))");
	}

	@Test
	void saysThatItHasEndedWhereTheEhrDoesNotCloseIt() {
		open("client=public&messaging=staying");
		chromium.await(OFFERED);

		chromium.await("#session form button").click();

		chromium.awaitText("h1", "This session has ended");
		assertThat(chromium.driver().getPageSource()).doesNotContain("data-cause");
	}

	@Test
	void offersNoneWithoutTheScope() {
		open("client=symmetric");

		assertThat(chromium.driver().findElements(By.cssSelector("[data-scratchpad]"))).isEmpty();
		assertThat(chromium.await("[data-action=copy-orders]").isDisplayed()).isTrue();
	}

	@Test
	void keepsTheHandleOutOfAddressesAndStorage() {
		open("client=public");
		String handle = String.valueOf(chromium.await("[data-scratchpad]").getDomAttribute("data-handle"));

		assertThat(handle).hasSizeGreaterThan(30);
		assertThat(String.valueOf(chromium.driver()
			.executeScript("return location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
					+ " + performance.getEntries().map((one) => one.name).join()")))
			.doesNotContain(handle);
	}

	private static void answer(String asked, String origin, String source) {
		chromium.driver()
			.executeScript(
					"window.dispatchEvent(new MessageEvent('message', { origin: arguments[1], source: " + source
							+ ", data: { messageId: 'm', responseToMessageId: arguments[0], payload: {} } }))",
					asked, origin);
	}

	private static void open(String how) {
		openFramed("low-potassium-diuretic", how);
	}

	private static List<String> drafts() {
		chromium.driver().switchTo().defaultContent();
		return chromium.driver()
			.findElements(By.cssSelector("[data-drafts] [data-draft]"))
			.stream()
			.map(WebElement::getText)
			.toList();
	}

}
