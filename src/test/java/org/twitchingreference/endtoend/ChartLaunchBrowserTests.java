package org.twitchingreference.endtoend;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledIfChromium
class ChartLaunchBrowserTests {

	private static Chromium chromium;

	@BeforeAll
	static void startBrowser() {
		chromium = Chromium.start(Look.sidebar().wide(1280));
	}

	@AfterAll
	static void endBrowser() {
		chromium.close();
	}

	@Test
	void opensFromTheListOfPatientsInsideTheChart() {
		chromium.open(RunningSystem.ehr() + "/");
		chromium.await("a[data-patient='low-potassium-diuretic']").click();
		openApp();

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(chromium.driver().findElements(By.cssSelector("[data-patient-name]"))).isEmpty();

		chromium.driver().switchTo().defaultContent();
		chromium.screenshot("chart-with-sidebar");
	}

	@Test
	void keepsEachTabAtItsOwnPatientThroughReloads() {
		ChromeDriver driver = chromium.driver();
		chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?banner=true");
		openApp();
		String first = driver.getWindowHandle();
		String firstName = patientName();

		driver.switchTo().newWindow(WindowType.TAB);
		chromium.open(RunningSystem.ehr() + "/chart/hyperthyroidism?banner=true");
		openApp();
		String second = driver.getWindowHandle();
		String secondName = patientName();
		assertThat(secondName).isNotEqualTo(firstName);

		for (String window : List.of(first, second, first)) {
			driver.switchTo().window(window);
			enterApp();
			driver.executeScript("location.reload()");
			chromium.await("[data-assessment='complete']");

			assertThat(patientName()).isEqualTo(window.equals(first) ? firstName : secondName);
			assertThat(verdict("low-potassium")).isEqualTo(window.equals(first) ? "met" : "not-met");
		}
		driver.switchTo().window(second).close();
		driver.switchTo().window(first);
	}

	@Test
	void opensWithTheSymmetricClientToo() {
		chromium.open(RunningSystem.ehr() + "/chart/high-potassium?client=symmetric");
		openApp();

		assertThat(chromium.driver().findElement(By.cssSelector("[data-caution='high-potassium']")).isDisplayed())
			.isTrue();
	}

	@Test
	void opensByAFormInTheFrame() {
		chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?client=asymmetric-es384");
		openApp();

		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void opensOutsideTheEhrForThePatientWhoIsPicked() {
		chromium.open(RunningSystem.app() + "/standalone");
		chromium.await("a[data-ehr='sandbox-asymmetric-es384']").click();
		chromium.await("a[data-patient='low-potassium-diuretic']").click();
		chromium.await("[data-assessment='complete']");

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(chromium.driver().getCurrentUrl()).startsWith(RunningSystem.app() + "/s/");
	}

	@Test
	void leavesNothingInTheBrowsersStorage() {
		chromium.open(RunningSystem.launch("red-flags-normal-labs", "public").toString());
		chromium.await("[data-assessment='complete']");

		assertThat(chromium.length("localStorage.length + sessionStorage.length")).isZero();
		assertThat(chromium.driver().executeScript("return document.cookie")).isEqualTo("");
	}

	@Test
	void showsTheSameWithoutJavaScript() {
		try (Chromium scriptless = Chromium.start(Look.sidebar().withoutJavaScript())) {
			scriptless.open(RunningSystem.launch("low-magnesium-ppi", "public").toString());
			scriptless.await("[data-assessment='complete']");

			assertThat(scriptless.driver()
				.findElement(By.cssSelector("[data-cause='low-magnesium']"))
				.getDomAttribute("data-verdict")).isEqualTo("met");
		}
	}

	private static void openApp() {
		enterApp();
		chromium.await("[data-assessment='complete']");
	}

	private static void enterApp() {
		chromium.driver().switchTo().defaultContent();
		chromium.driver().switchTo().frame(chromium.await("iframe#app"));
	}

	private static String patientName() {
		return chromium.await("[data-patient-name]").getText();
	}

	private static String verdict(String cause) {
		return String.valueOf(chromium.await("[data-cause='" + cause + "']").getDomAttribute("data-verdict"));
	}

}
