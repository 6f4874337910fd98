package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** The suggested tests as a choice, in the frame of the sandbox EHR. */
class OrdersBrowserTests extends BrowserTestBase {

	private static final String TEXT = "[data-order-text]";

	private static final String COPY = "[data-action=copy-orders]";

	OrdersBrowserTests() {
		super(Look.sidebar().wide(1280));
	}

	@Test
	void copiesWhatIsChosenWithItsReason() {
		openFramed("low-potassium-diuretic");
		assertThat(box("magnesium").isSelected()).isTrue();
		assertThat(box("potassium").isSelected()).isFalse();
		assertThat(chromium.await(COPY).getText()).isEqualTo("Copy 1 order");
		assertThat(chromium.await(TEXT).getText()).startsWith("Serum magnesium. Indication: muscle twitching (R25.3), ")
			.contains("potassium 3.1 mmol/L on ");

		box("potassium").click();
		chromium.awaitText(COPY, "Copy 2 orders");
		String text = chromium.await(TEXT).getText();
		assertThat(text).startsWith("Serum magnesium and serum potassium. Indication: ");
		chromium.await(COPY).click();
		chromium.awaitText(COPY + " ~ [role=status]", "Copied");

		assertThat(pasted()).isEqualTo(text);
	}

	@Test
	void copiesNothingWhereNothingIsChosen() {
		openFramed("low-potassium-diuretic");
		box("magnesium").sendKeys(Keys.SPACE);

		chromium.awaitText(TEXT, "No test chosen.");
		assertThat(chromium.await(COPY).isEnabled()).isFalse();
	}

	@Test
	void ordersAPanelOnceAndNotWhatItMeasures() {
		openFramed("magnesium-mg-dl");

		WebElement row = chromium.await("[data-test=potassium][data-status=suggested]");
		assertThat(row.getText()).startsWith("Potassium, with basic metabolic panel");
		assertThat(chromium.await(TEXT).getText()).startsWith("Basic metabolic panel and serum albumin. Indication: ");
		box("potassium").click();
		chromium.awaitText(TEXT, "Serum calcium and serum albumin. Indication: ");
		assertThat(chromium.await(COPY).getText()).isEqualTo("Copy 2 orders");
		assertThat(chromium.driver().findElements(By.cssSelector("[data-test=basic-metabolic-panel]"))).hasSize(1);
	}

	@Test
	void showsTheTextOnAPageOfItsOwnWithoutJavaScript() {
		chromium.look(Look.sidebar().withoutJavaScript());
		openAlone("low-potassium-diuretic", "public");
		box("potassium").click();
		chromium.await(COPY).click();

		chromium.await("[data-orders-page]");
		assertThat(chromium.await(TEXT).getText())
			.startsWith("Serum magnesium and serum potassium. Indication: muscle twitching (R25.3), potassium 3.1");
		assertThat(chromium.driver().getCurrentUrl()).endsWith("/orders").doesNotContain("magnesium");
		chromium.look(Look.sidebar());
		assertThat(Accessibility.violations(chromium)).isEmpty();
	}

	@Test
	void isAccessibleAndHasTargetsLargeEnough() {
		for (boolean dark : new boolean[] { false, true }) {
			chromium.look(new Look(360, 800, dark, true));
			openAlone("low-potassium-diuretic", "public");
			chromium.screenshot("orders-360-" + (dark ? "dark" : "light"));
			assertThat(Accessibility.violations(chromium)).isEmpty();
			for (String target : List.of("[data-test=magnesium] input", "[data-test=magnesium] label", COPY)) {
				assertThat(chromium.length("Math.min(...['width', 'height'].map((side) => document.querySelector('"
						+ target + "').getBoundingClientRect()[side]))"))
					.as(target)
					.isGreaterThanOrEqualTo(24);
			}
		}
	}

	private static WebElement box(String test) {
		return chromium.await("[data-test=" + test + "] input[type=checkbox]");
	}

}
