package org.twitchingreference.endtoend;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** What a physician takes away from the framed app. */
@EnabledIfChromium
class TakeAwayBrowserTests {

	private static Chromium chromium;

	@BeforeAll
	static void startBrowser() {
		chromium = Chromium.start(Look.sidebar().wide(900));
	}

	@AfterAll
	static void endBrowser() {
		chromium.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { ".top", ".take" })
	void copiesTheNoteByOneTap(String place) {
		openFramed("low-potassium-diuretic");

		chromium.await(place + " [data-action=copy-note]").click();

		chromium.awaitText(place + " [role=status]", "Copied");
		assertThat(pasted()).isEqualTo(String.valueOf(chromium.await("[data-note-text]").getDomProperty("textContent")))
			.contains("Potassium 3.1 mmol/L", "Not asked: weakness", "Not reviewed by a physician.");
	}

	@Test
	void foldsAPreviewOfTheNoteAndStaysAccessible() {
		openFramed("high-potassium");
		chromium.await("#note summary").click();

		assertThat(chromium.await("[data-note-text]").getText()).startsWith("Critical:\n- Potassium 6.2 mmol/L");
		assertThat(new AxeBuilder().analyze(chromium.driver()).getViolations()).extracting(Rule::getId).isEmpty();
		chromium.driver()
			.findElements(By.cssSelector("[data-action]"))
			.forEach((button) -> assertThat(button.getSize().getHeight()).isGreaterThanOrEqualTo(24));
		assertThat(chromium.complaints()).noneMatch((one) -> !one.contains("/favicon.ico"));
	}

	private static void openFramed(String chart) {
		chromium.open(RunningSystem.ehr() + "/chart/" + chart + "?client=public");
		chromium.driver().switchTo().frame(chromium.await("iframe#app"));
		chromium.await("[data-assessment=complete]");
	}

	/** What a paste brings into a text area, as into the record. */
	private static String pasted() {
		chromium.driver().executeScript("document.body.append(document.createElement('textarea'))");
		WebElement area = chromium.await("body > textarea");
		area.sendKeys(Keys.chord(Keys.CONTROL, "v"));
		return String.valueOf(area.getDomProperty("value"));
	}

}
