package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

class ChartLaunchBrowserTests extends BrowserTestBase {

	ChartLaunchBrowserTests() {
		super(Look.sidebar().wide(1280));
	}

	@Test
	void opensFromTheListOfPatientsInsideTheChart() {
		chromium.open(RunningSystem.ehr() + "/");
		chromium.await("a[data-patient='low-potassium-diuretic']").click();
		enterFrame();
		chromium.await(COMPLETE);

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(chromium.await(".banner").getText()).contains("Wrenfield").doesNotContain("born");

		chromium.driver().switchTo().defaultContent();
		chromium.screenshot("chart-with-sidebar");
	}

	@Test
	void keepsEachTabAtItsOwnPatientThroughReloads() {
		ChromeDriver driver = chromium.driver();
		openFramed("low-potassium-diuretic", "banner=true");
		String first = driver.getWindowHandle();
		String firstName = patientName();

		driver.switchTo().newWindow(WindowType.TAB);
		openFramed("hyperthyroidism", "banner=true");
		String second = driver.getWindowHandle();
		String secondName = patientName();
		assertThat(secondName).isNotEqualTo(firstName);

		for (String window : List.of(first, second, first)) {
			driver.switchTo().window(window);
			enterFrame();
			driver.executeScript("location.reload()");
			chromium.await(COMPLETE);

			assertThat(patientName()).isEqualTo(window.equals(first) ? firstName : secondName);
			assertThat(verdict("low-potassium")).isEqualTo(window.equals(first) ? "met" : "not-met");
		}
		driver.switchTo().window(second).close();
		driver.switchTo().window(first);
	}

	@Test
	void opensWithTheSymmetricClientToo() {
		openFramed("high-potassium", "client=symmetric");

		assertThat(chromium.driver().findElement(By.cssSelector("[data-caution='high-potassium']")).isDisplayed())
			.isTrue();
	}

	@Test
	void opensByAFormInTheFrame() {
		openFramed("low-potassium-diuretic", "client=asymmetric-es384");

		assertThat(verdict("low-potassium")).isEqualTo("met");
	}

	@Test
	void opensOutsideTheEhrForThePatientWhoIsPicked() {
		chromium.open(RunningSystem.app() + "/standalone");
		chromium.await("a[data-ehr='sandbox-asymmetric-es384']").click();
		chromium.await("a[data-patient='low-potassium-diuretic']").click();
		chromium.await(COMPLETE);

		assertThat(verdict("low-potassium")).isEqualTo("met");
		assertThat(chromium.driver().getCurrentUrl()).startsWith(RunningSystem.app() + "/s/");
	}

	@Test
	void leavesNothingInTheBrowsersStorage() {
		chromium.open(RunningSystem.launch("red-flags-normal-labs", "public").toString());
		chromium.await(COMPLETE);

		assertThat(chromium.length("localStorage.length + sessionStorage.length")).isZero();
		assertThat(chromium.driver().executeScript("return document.cookie")).isEqualTo("");
	}

	@Test
	void showsTheSameWithoutJavaScript() {
		chromium.look(Look.sidebar().withoutJavaScript());
		chromium.open(RunningSystem.launch("low-magnesium-ppi", "public").toString());
		chromium.await(COMPLETE);

		assertThat(verdict("low-magnesium")).isEqualTo("met");
		assertThat(chromium.driver().getCurrentUrl()).endsWith("/complete");
	}

}
