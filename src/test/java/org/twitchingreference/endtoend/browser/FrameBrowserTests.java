package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The app in the frames that EHRs put it into: sandboxed, of pages that isolate
 * themselves, wide and narrow.
 */
class FrameBrowserTests extends BrowserTestBase {

	private static final String PATIENT = "low-potassium-diuretic";

	private static final String ASSESSED = "[data-assessment='complete'] [data-cause='low-potassium']";

	FrameBrowserTests() {
		super(Look.sidebar().wide(1280));
	}

	/** The EHR's pages isolate themselves. */
	@Test
	void opensInAPageThatEmbedsOnlyWhatLetsItselfBeEmbedded() {
		chromium.open(RunningSystem.ehr() + "/chart/" + PATIENT);
		assertThat(chromium.driver()
			.executeAsyncScript("const done = arguments[0]; fetch(location.href)"
					+ ".then((page) => done(page.headers.get('Cross-Origin-Embedder-Policy')))"))
			.isEqualTo("require-corp");

		chromium.driver().switchTo().frame(chromium.await("iframe#app"));

		assertThat(chromium.await(ASSESSED).getDomAttribute("data-verdict")).isEqualTo("met");
	}

	@ParameterizedTest
	@ValueSource(strings = { "allow-scripts", "allow-scripts allow-forms allow-popups" })
	void blamesTheFrameThatKeepsItFromItsServer(String sandbox) {
		frame("sandbox='" + sandbox + "' width=360");

		chromium.awaitText("h1", "The frame around the reference is too strict");
		assertThat(chromium.await(".problem").getText()).contains("says nothing about the patient",
				"allow-same-origin");
		assertThat(chromium.await("body").getText()).doesNotContainIgnoringCase("network")
			.doesNotContainIgnoringCase("connection");
		shoot("frame-too-strict");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "allow-same-origin" })
	void saysThatTheFrameRunsNoScriptsAndLeadsToTheFinishedPage(String sandbox) {
		frame("sandbox='" + sandbox + "' width=360");

		chromium.await("noscript");
		shoot("frame-without-scripts");
		chromium.driver().switchTo().frame("app");
		assertThat(chromium.await("main").getText()).contains("Scripts do not run here", "allow-scripts");
		chromium.driver().switchTo().defaultContent();
		chromium.driver().switchTo().frame("app");
		chromium.await("a[href='complete']").click();

		assertThat(chromium.await(ASSESSED).getDomAttribute("data-verdict")).isEqualTo("met");
	}

	@Test
	void usesTheWidthOfAWideFrame() {
		frame("width=900");
		chromium.await(ASSESSED);

		long page = chromium.length("document.documentElement.clientWidth");
		assertThat(page).isGreaterThan(860);
		assertThat(List.of(width("#sidebar"), width("#session"))).containsOnly(page);
		assertThat(width("#sidebar main > *") * 2).isLessThan(page);
		assertFits();
		shoot("frame-900");
	}

	@ParameterizedTest
	@ValueSource(ints = { 360, 740, 770 })
	void overflowsNoFrame(int width) {
		frame("width=" + width);
		chromium.await(ASSESSED);
		chromium.unfold();

		assertFits();
		shoot("frame-" + width);
	}

	/** A page of the EHR with nothing but this frame, in which the app is launched. */
	private static void frame(String attributes) {
		chromium.open(RunningSystem.ehr() + "/");
		chromium.driver()
			.executeScript("document.documentElement.innerHTML = arguments[0]",
					"<body><iframe id=app name=app height=900 src='" + RunningSystem.launch(PATIENT, "public") + "' "
							+ attributes + "></iframe>");
		chromium.driver().switchTo().frame(chromium.await("iframe#app"));
	}

	private static void assertFits() {
		assertThat(chromium.length("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.isNotPositive();
	}

	private static long width(String selector) {
		return chromium.length("Math.round(document.querySelector('" + selector + "').getBoundingClientRect().width)");
	}

	/** The page with the frame in it. */
	private static void shoot(String name) {
		chromium.driver().switchTo().defaultContent();
		chromium.screenshot(name);
	}

}
