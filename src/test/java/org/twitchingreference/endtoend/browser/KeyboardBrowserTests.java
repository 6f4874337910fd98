package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** What a physician wants of the sidebar, by the keyboard alone. */
class KeyboardBrowserTests extends BrowserTestBase {

	/** Tab stops of a page; more are a page that nobody walks through by keys. */
	private static final int MOST_STOPS = 50;

	KeyboardBrowserTests() {
		super(Look.sidebar());
	}

	@BeforeEach
	void openTheSidebar() {
		openAlone("low-potassium-diuretic", "public");
	}

	@Test
	void saysWhatIsWrongAndHowUrgentItIsBeforeAnyKey() {
		assertThat(chromium.await("h1").getText()).startsWith("Low potassium 3.1 mmol/L");
		assertThat(chromium.await(".strip").getText()).startsWith("Nothing urgent charted.");
		assertThat(chromium
			.length("Math.round(document.querySelector('.strip').getBoundingClientRect().bottom) - innerHeight"))
			.isNegative();
	}

	@Test
	void recordsNoWeakness() {
		tabTo("[data-question=weakness] [data-answer=yes]");
		press(Keys.ARROW_RIGHT);
		press(Keys.ENTER);

		chromium.await("[data-question=weakness] [data-answer=no][aria-pressed=true]");
		assertThat(isHeld("[data-question=weakness] [data-answer=no]")).isTrue();
	}

	@Test
	void ordersAMagnesium() {
		tabTo("[data-test=potassium] input");
		press(Keys.SPACE);
		chromium.awaitText("[data-action=copy-orders]", "Copy 2 orders");
		press(Keys.SPACE);
		chromium.awaitText("[data-action=copy-orders]", "Copy 1 order");
		tabTo("[data-action=copy-orders]");
		press(Keys.ENTER);

		chromium.awaitText("[data-action=copy-orders] ~ [role=status]", "Copied");
		assertThat(pasted()).startsWith("Serum magnesium. Indication: muscle twitching (R25.3)");
	}

	@Test
	void takesTheNote() {
		tabTo("[data-action=copy-note]");
		press(Keys.ENTER);

		chromium.awaitText(".top [role=status]", "Copied");
		assertThat(pasted()).contains("Potassium 3.1 mmol/L", "Not asked: weakness");
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
			assertThat(chromium.driver()
				.executeScript("return document.activeElement.matches(':focus-visible')"
						+ " && document.activeElement.checkVisibility()"))
				.as("after %d stops", stops + 1)
				.isEqualTo(true);
		}
		throw new AssertionError("Not reached by " + MOST_STOPS + " stops: " + selector);
	}

	private boolean isHeld(String selector) {
		return chromium.driver().switchTo().activeElement().equals(chromium.await(selector));
	}

	private void press(Keys key) {
		chromium.driver().switchTo().activeElement().sendKeys(key);
	}

}
