package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** What a physician wants of the sidebar, by the keyboard alone. */
@EnabledIfChromium
class KeyboardBrowserTests {

	/** Tab stops of a page; more are a page that nobody walks through by keys. */
	private static final int MOST_STOPS = 50;

	private Chromium chromium;

	@BeforeEach
	void openTheSidebar() {
		this.chromium = Chromium.start(Look.sidebar());
		FramedApp.openAlone(this.chromium, "low-potassium-diuretic", "public");
	}

	@AfterEach
	void endBrowser() {
		this.chromium.close();
	}

	@Test
	void saysWhatIsWrongAndHowUrgentItIsBeforeAnyKey() {
		assertThat(this.chromium.await("h1").getText()).startsWith("Low potassium 3.1 mmol/L");
		assertThat(this.chromium.await(".strip").getText()).startsWith("Nothing urgent as charted.");
		assertThat(this.chromium
			.length("Math.round(document.querySelector('.strip').getBoundingClientRect().bottom) - innerHeight"))
			.isNegative();
	}

	@Test
	void recordsNoWeakness() {
		tabTo("[data-question=weakness] [data-answer=yes]");
		press(Keys.ARROW_RIGHT);
		press(Keys.ENTER);

		this.chromium.await("[data-question=weakness] [data-answer=no][aria-pressed=true]");
		assertThat(isHeld("[data-question=weakness] [data-answer=no]")).isTrue();
	}

	@Test
	void ordersAMagnesium() {
		tabTo("[data-test=potassium] input");
		press(Keys.SPACE);
		this.chromium.awaitText("[data-action=copy-orders]", "Copy 2 orders");
		press(Keys.SPACE);
		this.chromium.awaitText("[data-action=copy-orders]", "Copy 1 order");
		tabTo("[data-action=copy-orders]");
		press(Keys.ENTER);

		this.chromium.awaitText("[data-action=copy-orders] ~ [role=status]", "Copied");
		assertThat(FramedApp.pasted(this.chromium)).startsWith("Serum magnesium. Indication: muscle twitching (R25.3)");
	}

	@Test
	void takesTheNote() {
		tabTo("[data-action=copy-note]");
		press(Keys.ENTER);

		this.chromium.awaitText(".top [role=status]", "Copied");
		assertThat(FramedApp.pasted(this.chromium)).contains("Potassium 3.1 mmol/L", "Not asked: weakness");
	}

	@Test
	void leadsThroughTheWholePageInFewStopsThatAreSeen() {
		int stops = tabTo("#session button");

		assertThat(stops).isBetween(20, MOST_STOPS);
	}

	/** How often Tab is pressed until it is held; what is held is seen on the way. */
	private int tabTo(String selector) {
		for (int stops = 0; stops <= MOST_STOPS; stops++) {
			if (isHeld(selector)) {
				return stops;
			}
			press(Keys.TAB);
			assertThat(this.chromium.driver()
				.executeScript("return document.activeElement.matches(':focus-visible')"
						+ " && document.activeElement.checkVisibility()"))
				.as("after %d stops", stops + 1)
				.isEqualTo(true);
		}
		throw new AssertionError("Not reached by " + MOST_STOPS + " stops: " + selector);
	}

	private boolean isHeld(String selector) {
		return this.chromium.driver().switchTo().activeElement().equals(this.chromium.await(selector));
	}

	private void press(Keys key) {
		this.chromium.driver().switchTo().activeElement().sendKeys(key);
	}

}
