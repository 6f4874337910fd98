package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.CookieRule;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

/**
 * Tests of the app in a browser, which those of one class share. Before each test it
 * looks at pages as the class says, and has no complaint.
 */
@EnabledIfChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTestBase {

	static final String COMPLETE = "[data-assessment=complete]";

	/** Sends drafts to the EHR's FHIR server. */
	static final String REST_DRAFTS = "[data-rest] [data-action=draft-orders]";

	/** Set before the first test, by an instance: the class says how it looks. */
	@SuppressWarnings("NullAway.Init")
	static Chromium chromium;

	private final Look look;

	private final CookieRule cookies;

	BrowserTestBase(Look look) {
		this(look, CookieRule.BROWSERS_OWN);
	}

	BrowserTestBase(Look look, CookieRule cookies) {
		this.look = look;
		this.cookies = cookies;
	}

	@BeforeAll
	void startBrowser() {
		chromium = Chromium.start(this.look, this.cookies);
	}

	@BeforeEach
	void lookAsUsual() {
		chromium.look(this.look);
		chromium.complaints();
	}

	@AfterAll
	static void endBrowser() {
		chromium.close();
	}

	/** Opens a chart in the EHR's page, and waits in the frame until all is in. */
	static void openFramed(String chart) {
		openFramed(chart, "client=public");
	}

	/** The same with these parameters of the EHR's page. */
	static void openFramed(String chart, String parameters) {
		FramedApp.open(chromium, chart, parameters);
	}

	static void enterFrame() {
		FramedApp.enter(chromium);
	}

	/** Opens a chart in a window of its own, so that a second tab may hold it too. */
	static void openAlone(String chart, String client) {
		FramedApp.openAlone(chromium, chart, client);
	}

	/**
	 * Reloads the sidebar until the element is there: whether the EHR's server takes
	 * orders is known a moment after the first launch.
	 */
	static WebElement awaitReloading(String selector) {
		for (int again = 0; again < 20 && chromium.driver().findElements(By.cssSelector(selector)).isEmpty(); again++) {
			chromium.driver().navigate().refresh();
			chromium.await(COMPLETE);
		}
		return chromium.await(selector);
	}

	static String patientName() {
		return chromium.await("[data-patient-name]").getText();
	}

	static String verdict(String cause) {
		return String.valueOf(chromium.await("[data-cause='" + cause + "']").getDomAttribute("data-verdict"));
	}

	/** What a paste brings into a text area, as into the record. */
	static String pasted() {
		chromium.driver().executeScript("document.body.append(document.createElement('textarea'))");
		WebElement area = chromium.await("body > textarea");
		area.sendKeys(Keys.chord(Keys.CONTROL, "v"));
		return String.valueOf(area.getDomProperty("value"));
	}

}
