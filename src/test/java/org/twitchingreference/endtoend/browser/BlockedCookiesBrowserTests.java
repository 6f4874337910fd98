package org.twitchingreference.endtoend.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.CookieRule;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/** Every way through the app in a browser that keeps no cookies of framed sites. */
class BlockedCookiesBrowserTests extends BrowserTestBase {

	private static final String ONE = "low-potassium-diuretic";

	private static final String BANNER = "banner=true";

	private static final String OTHER = "hyperthyroidism";

	BlockedCookiesBrowserTests() {
		super(Look.sidebar().wide(1280), CookieRule.THIRD_PARTY_BLOCKED);
	}

	/** Without this the others show nothing. */
	@Test
	void blocksTheCookiesOfAFramedSite() {
		try (FramingSite site = FramingSite.start()) {
			chromium.open(site.framing());
			chromium.driver().switchTo().frame(chromium.await("iframe"));
			assertThat(chromium.await("#cookies").getText()).isEqualTo("partitioned=kept");

			chromium.open(site.framed());
			assertThat(chromium.await("#cookies").getText()).contains("plain=kept");
		}
	}

	@Test
	void opensInTheFrameAndReloads() {
		openFramed(ONE, BANNER);
		String name = patientName();

		reload();

		assertThat(patientName()).isEqualTo(name);
		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void keepsTwoTabsApart() {
		ChromeDriver driver = chromium.driver();
		openFramed(ONE, BANNER);
		String first = driver.getWindowHandle();
		String firstName = patientName();
		driver.switchTo().newWindow(WindowType.TAB);
		openFramed(OTHER, BANNER);
		String second = driver.getWindowHandle();

		for (String window : List.of(first, second, first)) {
			driver.switchTo().window(window);
			enterFrame();
			reload();

			assertThat(patientName().equals(firstName)).isEqualTo(window.equals(first));
		}
		driver.switchTo().window(second).close();
		driver.switchTo().window(first);
	}

	@Test
	void warnsInTheFrameAndGoesOn() {
		openFramed(ONE, BANNER);
		RunningSystem.pass(Duration.ofMinutes(29));
		lookUp();
		chromium.await("#unused[open] button").click();
		Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> secondsLeft() > 1200);

		RunningSystem.pass(Duration.ofMinutes(20));
		reload();

		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void clearsThePageInTheFrameAtItsEnd() {
		openFramed(ONE, BANNER);
		String name = patientName();
		RunningSystem.pass(Duration.ofMinutes(31));

		lookUp();

		chromium.awaitText("#announcement", "ended");
		assertThat(chromium.driver().getPageSource()).doesNotContain(name, "data-cause=");
	}

	@Test
	void closesInTheFrameAndShowsNothingOnTheWayBack() {
		// An EHR that takes no messages leaves the page where it is
		openFramed(ONE, BANNER + "&messaging=silent");
		String name = patientName();
		chromium.await("#session form button").click();
		chromium.await("[data-closed='confirmed']");

		chromium.driver().executeScript("history.back()");

		chromium.await("[data-problem='401']");
		assertThat(chromium.driver().getPageSource()).doesNotContain(name, "data-cause=");
	}

	/** The first user's windows of this workstation, looked at by the second one. */
	@Test
	void showsASecondUserNothingThatWasClosed() {
		openAlone(ONE, "public");
		String address = chromium.driver().getCurrentUrl();
		String name = patientName();
		chromium.await("#session form button").click();
		chromium.await("[data-closed='confirmed']");

		openAlone(OTHER, "public");
		assertThat(patientName()).isNotEqualTo(name);
		chromium.open(address);

		chromium.await("[data-problem='401']");
		assertThat(chromium.driver().getPageSource()).doesNotContain(name, "data-cause=");
	}

	@Test
	void goesBackToTheChartThatWasThere() {
		openAlone(ONE, "public");
		String name = patientName();
		openAlone(OTHER, "public");
		String otherName = patientName();

		chromium.driver().navigate().back();
		chromium.await(COMPLETE);
		assertThat(patientName()).isEqualTo(name);
		chromium.driver().navigate().forward();
		chromium.await(COMPLETE);

		assertThat(patientName()).isEqualTo(otherName).isNotEqualTo(name);
	}

	/** Also in the same browser: the frame's cookie stays with the frame. */
	@Test
	void showsNothingForAnAddressCopiedOutOfTheFrame() {
		openFramed(ONE, BANNER);
		String name = patientName();
		String address = String.valueOf(chromium.driver().executeScript("return location.href"));

		chromium.driver().switchTo().defaultContent();
		chromium.open(address);

		chromium.await("[data-problem='401']");
		assertThat(chromium.driver().getPageSource()).doesNotContain(name, "data-cause=");
	}

	@Test
	void opensOutsideTheEhr() {
		chromium.open(RunningSystem.app() + "/standalone");
		chromium.await("a[data-ehr='sandbox']").click();
		chromium.await("a[data-patient='" + ONE + "']").click();
		chromium.await(COMPLETE);

		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void opensInAWindowOfItsOwnWhereAFrameKeepsNoCookieAtAll() {
		try (Chromium strict = Chromium.start(Look.sidebar().wide(1280), CookieRule.BLOCKED_IN_FRAMES)) {
			ChromeDriver driver = strict.driver();
			strict.open(RunningSystem.ehr() + "/chart/" + ONE);
			driver.switchTo().frame(strict.await("iframe#app"));
			assertThat(strict.await("[data-problem='foreign-browser']").getText()).contains("in a window of its own");

			strict.await("#own-window").click();
			driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(1));
			strict.await("a[data-patient='" + ONE + "']").click();
			strict.await(COMPLETE);

			assertThat(
					driver.findElement(By.cssSelector("[data-cause='low-potassium']")).getDomAttribute("data-verdict"))
				.isEqualTo("met");
			assertThat(driver.getCurrentUrl()).startsWith(RunningSystem.app() + "/s/");
		}
	}

	private static void reload() {
		chromium.driver().executeScript("location.reload()");
		chromium.await(COMPLETE);
	}

	/** As after a pause: the page asks how long is left. */
	private static void lookUp() {
		chromium.driver().executeScript("document.dispatchEvent(new Event('visibilitychange'))");
	}

	private static long secondsLeft() {
		return ((Number) Objects.requireNonNull(chromium.driver()
			.executeAsyncScript("const done = arguments[0];"
					+ "fetch('session').then((answer) => answer.json()).then((session) => done(session.left))")))
			.longValue();
	}

}
