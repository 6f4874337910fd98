package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledIfChromium
class ChartLaunchBrowserTests {

	private Chromium chromium;

	@BeforeEach
	void startBrowser() {
		this.chromium = Chromium.start(Look.sidebar().wide(1280));
	}

	@AfterEach
	void endBrowser() {
		this.chromium.close();
	}

	@Test
	void opensFromTheListOfPatientsInsideTheChart() {
		this.chromium.open(RunningSystem.ehr() + "/");
		this.chromium.await("a[data-patient='low-potassium-diuretic']").click();
		openApp();

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(this.chromium.await(".banner").getText()).contains("Wrenfield").doesNotContain("born");

		this.chromium.driver().switchTo().defaultContent();
		this.chromium.screenshot("chart-with-sidebar");
	}

	@Test
	void keepsEachTabAtItsOwnPatientThroughReloads() {
		ChromeDriver driver = this.chromium.driver();
		this.chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?banner=true");
		openApp();
		String first = driver.getWindowHandle();
		String firstName = patientName();

		driver.switchTo().newWindow(WindowType.TAB);
		this.chromium.open(RunningSystem.ehr() + "/chart/hyperthyroidism?banner=true");
		openApp();
		String second = driver.getWindowHandle();
		String secondName = patientName();
		assertThat(secondName).isNotEqualTo(firstName);

		for (String window : List.of(first, second, first)) {
			driver.switchTo().window(window);
			enterApp();
			driver.executeScript("location.reload()");
			this.chromium.await("[data-assessment='complete']");

			assertThat(patientName()).isEqualTo(window.equals(first) ? firstName : secondName);
			assertThat(verdict("low-potassium")).isEqualTo(window.equals(first) ? "met" : "not-met");
		}
		driver.switchTo().window(second).close();
		driver.switchTo().window(first);
	}

	@Test
	void opensWithTheSymmetricClientToo() {
		this.chromium.open(RunningSystem.ehr() + "/chart/high-potassium?client=symmetric");
		openApp();

		assertThat(this.chromium.driver().findElement(By.cssSelector("[data-caution='high-potassium']")).isDisplayed())
			.isTrue();
	}

	@Test
	void opensByAFormInTheFrame() {
		this.chromium.open(RunningSystem.ehr() + "/chart/low-potassium-diuretic?client=asymmetric-es384");
		openApp();

		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void opensOutsideTheEhrForThePatientWhoIsPicked() {
		this.chromium.open(RunningSystem.app() + "/standalone");
		this.chromium.await("a[data-ehr='sandbox-asymmetric-es384']").click();
		this.chromium.await("a[data-patient='low-potassium-diuretic']").click();
		this.chromium.await("[data-assessment='complete']");

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(this.chromium.driver().getCurrentUrl()).startsWith(RunningSystem.app() + "/s/");
	}

	@Test
	void leavesNothingInTheBrowsersStorage() {
		this.chromium.open(RunningSystem.launch("red-flags-normal-labs", "public").toString());
		this.chromium.await("[data-assessment='complete']");

		assertThat(this.chromium.length("localStorage.length + sessionStorage.length")).isZero();
		assertThat(this.chromium.driver().executeScript("return document.cookie")).isEqualTo("");
	}

	@Test
	void showsTheSameWithoutJavaScript() {
		this.chromium.look(Look.sidebar().withoutJavaScript());
		this.chromium.open(RunningSystem.launch("low-magnesium-ppi", "public").toString());
		this.chromium.await("[data-assessment='complete']");

		assertThat(verdict("low-magnesium")).isEqualTo("met");
		assertThat(this.chromium.driver().getCurrentUrl()).endsWith("/complete");
	}

	private void openApp() {
		enterApp();
		this.chromium.await("[data-assessment='complete']");
	}

	private void enterApp() {
		this.chromium.driver().switchTo().defaultContent();
		this.chromium.driver().switchTo().frame(this.chromium.await("iframe#app"));
	}

	private String patientName() {
		return this.chromium.await("[data-patient-name]").getText();
	}

	private String verdict(String cause) {
		return String.valueOf(this.chromium.await("[data-cause='" + cause + "']").getDomAttribute("data-verdict"));
	}

}
