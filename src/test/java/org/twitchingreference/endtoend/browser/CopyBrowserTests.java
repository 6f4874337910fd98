package org.twitchingreference.endtoend.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are copied from the app in a frame of another origin. */
class CopyBrowserTests extends BrowserTestBase {

	private static final String TEXT = "Serum potassium.\nIndication: muscle twitching (R25.3) & more.";

	CopyBrowserTests() {
		super(Look.sidebar().wide(900));
	}

	@BeforeEach
	void openTheFrame() {
		openFramed("all-normal");
		chromium.driver().executeScript("""
				const row = document.createElement("p");
				row.innerHTML = "<button data-action='copy-text' data-copies='text-to-copy' data-copied='Copied'"
					+ " data-not-copied='Select and copy'>Copy</button><span role='status'></span>"
					+ "<textarea id='place'></textarea>";
				const text = document.createElement("pre");
				text.id = "text-to-copy";
				text.textContent = arguments[0];
				document.querySelector("main").prepend(row, text);
				""", TEXT);
	}

	@Test
	void copiesWithinTheTapAndSaysSo() {
		WebElement button = chromium.await("[data-action=copy-text]");
		button.click();

		chromium.awaitText("[data-action=copy-text] ~ [role=status]", "Copied");
		assertThat(chromium.driver().switchTo().activeElement()).isEqualTo(button);
		assertThat(chromium.driver().findElements(By.cssSelector("textarea.uncopied"))).isEmpty();
		chromium.await("#place").sendKeys(Keys.chord(Keys.CONTROL, "v"));
		assertThat(chromium.await("#place").getDomProperty("value")).isEqualTo(TEXT);
	}

	@Test
	void leavesTheTextSelectedWhereTheBrowserRefuses() {
		chromium.driver().executeScript("document.execCommand = () => false");
		chromium.await("[data-action=copy-text]").click();

		chromium.awaitText("[data-action=copy-text] ~ [role=status]", "Select and copy");
		WebElement left = chromium.await("textarea.uncopied[readonly]");
		assertThat(chromium.driver().switchTo().activeElement()).isEqualTo(left);
		assertThat(left.getDomProperty("value")).isEqualTo(TEXT);
		assertThat(chromium.length("document.activeElement.selectionEnd - document.activeElement.selectionStart"))
			.isEqualTo(TEXT.length());
		chromium.await("[data-action=copy-text]").click();
		assertThat(chromium.driver().findElements(By.cssSelector("textarea.uncopied"))).hasSize(1);
	}

}
