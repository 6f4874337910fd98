package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Look;
import org.twitchingreference.browser.PrintedPages;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** What a physician takes away from the framed app. */
class TakeAwayBrowserTests extends BrowserTestBase {

	TakeAwayBrowserTests() {
		super(Look.sidebar().wide(900));
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
		chromium.driver()
			.findElements(By.cssSelector("[data-action]"))
			.forEach((button) -> assertThat(button.getSize().getHeight()).isGreaterThanOrEqualTo(24));
		assertThat(Accessibility.violations(chromium)).isEmpty();
		assertThat(chromium.complaints()).noneMatch((one) -> one.contains("Security Policy"));
	}

	@Test
	void putsAnOptionAsideAndBackWithoutLosingThePlace() {
		openFramed("low-potassium-diuretic");
		String option = "[data-option=medicine-review] ";
		chromium.await(option + ".not-now summary").click();

		chromium.await(option + "[data-reason=done]").click();

		chromium.awaitText(option + ".not-now", "Put aside: already done.");
		assertThat(chromium.driver().switchTo().activeElement().getText()).isEqualTo("Change");
		assertThat(note()).doesNotContain("review a contributing medicine");

		chromium.await(option + "[data-reason=none]").click();

		chromium.awaitText(option + ".not-now", "Not now");
		assertThat(note()).contains("review a contributing medicine");
		chromium.await(option + ".not-now summary").click();
		assertThat(Accessibility.violations(chromium)).isEmpty();
	}

	@Test
	void putsAnOptionAsideWithoutJavaScript() {
		chromium.look(Look.sidebar().withoutJavaScript());
		try {
			chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?client=public");
			chromium.driver().switchTo().frame(chromium.await("iframe#app"));
			String option = "[data-option=medicine-review] ";
			chromium.await(option + ".not-now summary").click();

			chromium.await(option + "[data-reason=disagree]").click();

			chromium.awaitText(option + ".not-now", "Put aside: I disagree.");
			chromium.await("[data-action=handout]").click();
			assertThat(chromium.await("[data-handout]").getText()).doesNotContain("A medicine you take");
		}
		finally {
			chromium.look(Look.sidebar().wide(900));
		}
	}

	@Test
	void handsOutWhatAppliesInPlainWords() {
		openFramed("heart-failure-low-sodium");
		chromium.await("[data-action=handout]").click();

		String handout = chromium.await("[data-handout]").getText();

		assertThat(handout)
			.contains("What you can do", "A medicine you take may play a part.", "Call for help at once if:",
					"See your doctor if:", "You feel weak", "Questions? Call your clinic:",
					"No doctor has checked its content yet.")
			.doesNotContain("Drink enough water", "Eat leafy greens", "Keep moving");
		assertThat(chromium.await("[data-action=print-page]").isDisplayed()).isTrue();
		assertThat(Accessibility.violations(chromium)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "low-potassium-diuretic", "kidney-disease-gabapentin", "empty-chart" })
	void printsOneOrTwoPagesWithWhoseTheyAre(String chart) {
		openAlone(chart, "public");
		chromium.await("[data-action=print]").click();
		WebElement head = chromium.await("table.pages thead");
		assertThat(head.getText()).containsPattern("\\d+ years").contains("born ", "Not reviewed by a physician.");
		assertThat(chromium.await("[data-print]").getText()).contains("Not asked:", "To consider:");
		assertThat(Accessibility.violations(chromium)).isEmpty();

		PrintedPages pages = PrintedPages.of(chromium);

		assertThat(pages.texts()).hasSizeBetween(1, 2)
			.allSatisfy((page) -> assertThat(page).containsPattern("\\d+years")
				.contains("born", "MuscleTwitchingReference1.0.0", "Notreviewedbyaphysician."));
		assertThat(String.join("", pages.texts())).contains("Notasked:", "Toconsider:");
	}

	private static String note() {
		return String.valueOf(chromium.await("[data-note-text]").getDomProperty("textContent"));
	}

}
