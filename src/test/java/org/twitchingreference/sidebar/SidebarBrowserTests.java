package org.twitchingreference.sidebar;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.EveryLook;
import org.twitchingreference.browser.Look;
import org.twitchingreference.presentation.AssessedChart;
import org.twitchingreference.presentation.SampleCharts;
import org.twitchingreference.sidebar.progress.ReadingProgress;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledIfChromium
@SpringBootTest(classes = SidebarTestApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class SidebarBrowserTests {

	private static final String TOP_OF_LEDGER = "Math.round(document.querySelector('#what-was-read')"
			+ ".getBoundingClientRect().top)";

	@Autowired
	private FakeLaunches launches;

	@LocalServerPort
	private int port;

	@Test
	void fillsInWhenTheChartIsReadAndLeavesNothingInTheBrowser() {
		FakeProgress reading = new FakeProgress();
		String url = open("late", reading);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.awaitText("h1", "eading the chart");
			chromium.screenshot("sidebar-reading");

			reading.ends(SampleCharts.rich());

			chromium.await("[data-assessment=complete]");
			chromium.awaitText("#announcement", "Low calcium");
			assertThat(chromium.driver().getTitle()).isEqualTo("Muscle Twitching Reference");
			assertThat(chromium.complaints()).isEmpty();
			assertThat(stored(chromium)).isEqualTo(0L);
		}
	}

	@Test
	void warnsBeforeItEndsAndGoesOnByOneKey() {
		String url = open("unused", SampleCharts::rich);
		this.launches.leave("unused", 90, 40000);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.await("dialog#unused[open]");
			chromium.screenshot("sidebar-warning");
			assertThat(Accessibility.violations(chromium,
					List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")))
				.isEmpty();
			WebElement held = chromium.driver().switchTo().activeElement();
			assertThat(held.getText()).isEqualTo("Go on");

			held.sendKeys(Keys.ENTER);

			chromium.await("dialog#unused:not([open])");
			chromium.until((driver) -> this.launches.remaining("unused").left() == 1800);
			assertThat(chromium.complaints()).isEmpty();
		}
	}

	@Test
	void saysBeforehandThatItEndsInAnyCaseAndThenClearsThePage() {
		String url = open("limited", SampleCharts::rich);
		this.launches.leave("limited", 200, 200);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.await("dialog#limit[open]");
			chromium.await("[data-assessment=complete]");
			chromium.screenshot("sidebar-limit");
			assertThat(Accessibility.violations(chromium,
					List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")))
				.isEmpty();
			chromium.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
			chromium.await("dialog#limit:not([open])");

			this.launches.end("limited");
			chromium.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");

			chromium.awaitText("#announcement", "This session has ended");
			assertThat(chromium.driver().getPageSource()).doesNotContain("data-cause", "Potassium", "csrf-token");
		}
	}

	@Test
	void completesItselfAndKeepsWhatTheReaderOpenedAndHolds() {
		FakeProgress progress = new FakeProgress();
		this.launches.open("parts", progress);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open("http://localhost:" + this.port + "/s/parts/");
			progress.comesIn(SampleCharts.partly());
			chromium.await("[data-assessment=partial]");
			chromium.awaitText("#announcement", "Low potassium");
			chromium.screenshot("sidebar-partial");
			chromium.await("[data-cause=low-potassium] summary").click();
			chromium.await("#what-was-read summary").click();
			chromium.screenshot("sidebar-partial-unfolded");
			assertThat(Accessibility.violations(chromium)).isEmpty();
			chromium.driver()
				.executeScript("document.querySelector('#what-was-read').scrollIntoView({ block: 'center' })");
			assertThat(chromium.length("Math.round(scrollY)")).isPositive();
			long before = chromium.length(TOP_OF_LEDGER);

			progress.ends(SampleCharts.rich());

			chromium.await("[data-assessment=complete]");
			chromium.await("[data-cause=low-potassium] details[open]");
			chromium.await("#what-was-read[open]");
			assertThat(chromium.driver().switchTo().activeElement())
				.isEqualTo(chromium.await("#what-was-read summary"));
			assertThat(chromium.length(TOP_OF_LEDGER)).isBetween(before - 40, before + 40);
			assertThat(chromium.complaints()).isEmpty();
			chromium.screenshot("sidebar-completed");
		}
	}

	@Test
	void isAccessibleHoweverItIsSeenWhileTheChartIsRead() {
		FakeProgress progress = new FakeProgress();
		String url = open("loading", progress);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			EveryLook look = new EveryLook(chromium);
			chromium.open(url);
			chromium.awaitText("h1", "Still reading the chart");
			hold(chromium);
			look.acceptsInEach("nothing is in");

			progress.comesIn(SampleCharts.partly());
			chromium.open(url);
			chromium.await("[data-assessment=partial]");
			hold(chromium);
			look.acceptsInEach("some of it is in");
			progress.ends(SampleCharts.rich());
		}
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			this.launches.open("opening", new FakeProgress());
			chromium.driver().executeCdpCommand("Network.enable", Map.of());
			chromium.driver()
				.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/js/*", "*/webjars/*")));
			chromium.open(url("opening"));
			chromium.awaitText("h1", "Reading the chart");
			new EveryLook(chromium).acceptsInEach("the frame of the page");
			chromium.driver().executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of()));
		}
	}

	/** Puts a copy in place of the page, which asks for nothing more. */
	private static void hold(Chromium chromium) {
		chromium.driver().executeScript("""
				const page = document.getElementById("sidebar");
				const still = page.cloneNode(true);
				[...still.attributes].filter((one) => one.name.startsWith("hx-"))
					.forEach((one) => still.removeAttribute(one.name));
				page.replaceWith(still);
				""");
	}

	@Test
	void showsTestersEveryQueryWithinTheSidebar() {
		String url = open("ledger", SampleCharts::rich);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.await("[data-assessment=complete]");
			chromium.open(url + "ledger");

			chromium.await("[data-ledger] table");
			chromium.screenshot("sidebar-ledger");
			assertThat(Accessibility.violations(chromium)).isEmpty();
			assertThat(chromium.length("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		}
	}

	@Test
	void fillsInOnAReloadToo() {
		String url = open("reloaded", SampleCharts::normal);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.awaitText("h1", "Nothing in this chart explains the twitching");
			int reads = this.launches.reads();

			chromium.driver().navigate().refresh();

			chromium.awaitText("h1", "Nothing in this chart explains the twitching");
			assertThat(this.launches.reads()).isEqualTo(reads + 1);
			chromium.screenshot("sidebar-normal");
		}
	}

	@Test
	void showsTheFinishedPageWithoutJavaScript() {
		String url = open("scriptless", SampleCharts::rich);
		try (Chromium chromium = Chromium.start(Look.sidebar().withoutJavaScript())) {
			chromium.open(url);

			chromium.await("[data-assessment=complete]");
			assertThat(chromium.driver().getCurrentUrl()).endsWith("/s/scriptless/complete");
		}
	}

	@Test
	void saysThatTheSessionHasEnded() {
		FakeProgress reading = new FakeProgress();
		String url = open("ending", reading);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.awaitText("h1", "eading the chart");

			this.launches.end("ending");

			chromium.awaitText("h1", "This session has ended");
			chromium.awaitText("#announcement", "This session has ended");
			chromium.screenshot("sidebar-ended");
			reading.ends(SampleCharts.normal());
		}
	}

	@Test
	void saysThatTheChartCouldNotBeAssessed() {
		String url = open("failing", () -> {
			throw new IllegalStateException();
		});
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);

			chromium.awaitText("h1", "The chart could not be assessed");
			chromium.awaitText("#sidebar .problem", "Reference ");
			assertThat(chromium.driver().findElements(By.linkText("Try again"))).hasSize(1);
		}
	}

	@Test
	void saysThatTheConnectionIsLost() {
		FakeProgress reading = new FakeProgress();
		String url = open("offline", reading);
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open(url);
			chromium.awaitText("h1", "eading the chart");

			chromium.disconnect();

			chromium.awaitText("h1", "No connection to the reference");
			reading.ends(SampleCharts.normal());
		}
	}

	@Test
	void printsWhatIsFolded() {
		String url = open("printed", SampleCharts::rich);
		try (Chromium chromium = Chromium.start(Look.sidebar().wide(700))) {
			chromium.open(url);
			WebElement folded = chromium.await("#what-was-read ul");
			assertThat(isVisible(chromium, folded)).isEqualTo(false);

			chromium.print();

			chromium.screenshot("sidebar-print");
			assertThat(isVisible(chromium, folded)).isEqualTo(true);
		}
	}

	@ParameterizedTest
	@CsvSource({ "320, false", "320, true", "360, false", "360, true" })
	void isAccessibleAndNeverScrollsSideways(int width, boolean dark) {
		Look look = new Look(width, 800, dark, true);
		this.launches.open("accessible", true, SampleCharts::rich);
		try (Chromium chromium = Chromium.start(look)) {
			chromium.open(url("accessible"));
			chromium.await("[data-assessment=complete]");
			String name = "sidebar-" + width + (dark ? "-dark" : "-light");
			chromium.screenshot(name);
			chromium.unfold();
			chromium.screenshot(name + "-unfolded");

			assertThat(Accessibility.violations(chromium,
					List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")))
				.isEmpty();
			assertThat(chromium.length("document.documentElement.scrollWidth")).isEqualTo(width);
		}
	}

	private static Object isVisible(Chromium chromium, WebElement element) {
		Object visible = chromium.driver().executeScript("return arguments[0].checkVisibility()", element);
		return (visible != null) ? visible : "unknown";
	}

	private static Object stored(Chromium chromium) {
		Object stored = chromium.driver().executeScript("return localStorage.length + sessionStorage.length");
		return (stored != null) ? stored : "unknown";
	}

	private String open(String launchId, ReadingProgress reading) {
		this.launches.open(launchId, reading);
		return url(launchId);
	}

	private String open(String launchId, Supplier<AssessedChart> reading) {
		this.launches.open(launchId, false, reading);
		return url(launchId);
	}

	private String url(String launchId) {
		return "http://127.0.0.1:" + this.port + "/s/" + launchId + "/";
	}

}
