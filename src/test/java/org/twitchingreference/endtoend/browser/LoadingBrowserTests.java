package org.twitchingreference.endtoend.browser;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sidebar shows while a slow EHR answers, and to who comes back to it. */
class LoadingBrowserTests extends BrowserTestBase {

	/** Keeps what each state of the page said while it completed itself. */
	private static final String WATCH = """
			window.seen = [];
			const look = () => {
				const page = document.getElementById("sidebar");
				seen.push({ text: page.textContent.replace(/\\s+/g, " "),
					tests: page.querySelectorAll("[data-status=suggested]").length });
			};
			new MutationObserver(look).observe(document.body, { childList: true });
			look();
			""";

	LoadingBrowserTests() {
		super(Look.sidebar().wide(900));
	}

	/** A machine so busy that all is in before it looks sees nothing wrong. */
	@Test
	void callsNothingUnreadAndSuggestsNoTestWhileTheEhrIsStillAnswering() {
		chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?ehr=slow");
		enterFrame();
		chromium.await("#sidebar");
		chromium.driver().executeScript(WATCH);
		chromium.await(COMPLETE);

		assertThat(seen()).filteredOn((one) -> text(one).contains("Still being read:"))
			.allSatisfy((one) -> assertThat(text(one)).contains("Still loading; this page updates by itself.")
				.doesNotContainIgnoringCase("could not be read")
				.doesNotContainIgnoringCase("not read completely")
				.doesNotContain("Nothing urgent charted"))
			.filteredOn((one) -> text(one).matches(".*Still being read:[^.]*laboratory results.*"))
			.allSatisfy((one) -> assertThat(one.get("tests")).isEqualTo(0L));
		assertThat(chromium.driver().findElements(By.cssSelector("[data-test=magnesium][data-status=suggested]")))
			.hasSize(1);
	}

	@Test
	void comesBackToTheAnswersAndTheFoldsAfterAnotherPage() {
		openAlone("low-potassium-diuretic", "public");
		chromium.await("[data-question=weakness] [data-answer=no]").click();
		chromium.await("[data-question=weakness] [data-answer=no][aria-pressed=true]");
		chromium.await("section[aria-labelledby=tests] summary").click();
		chromium.await("[data-action=handout]").click();
		chromium.await("[data-handout]");

		chromium.driver().navigate().back();

		chromium.await("[data-assessment=complete] [data-question=weakness] [data-answer=no][aria-pressed=true]");
		chromium.await("section[aria-labelledby=tests] details[open]");
	}

	private static String text(Map<?, ?> seen) {
		return String.valueOf(seen.get("text"));
	}

	@SuppressWarnings("unchecked")
	private List<Map<?, ?>> seen() {
		return (List<Map<?, ?>>) chromium.driver().executeScript("return seen");
	}

}
