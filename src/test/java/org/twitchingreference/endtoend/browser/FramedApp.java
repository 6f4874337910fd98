package org.twitchingreference.endtoend.browser;

import java.util.List;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.endtoend.RunningSystem;

/** The app in the frame of a chart of the sandbox EHR, or in a window of its own. */
final class FramedApp {

	private FramedApp() {
	}

	/** Opens a chart, "client=public" for one, and waits in the frame until all is in. */
	static void open(Chromium chromium, String chart, String how) {
		chromium.open(RunningSystem.ehr() + "/chart/" + chart + "?" + how);
		enter(chromium);
		chromium.await("[data-assessment=complete]");
	}

	static void enter(Chromium chromium) {
		chromium.driver().switchTo().defaultContent();
		chromium.driver().switchTo().frame(chromium.await("iframe#app"));
	}

	/** The same without the EHR around it. */
	static void openAlone(Chromium chromium, String chart, String client) {
		chromium.open(RunningSystem.launch(chart, client).toString());
		chromium.await("[data-assessment=complete]");
	}

	/** What a paste brings into a text area, as into the record. */
	static String pasted(Chromium chromium) {
		chromium.driver().executeScript("document.body.append(document.createElement('textarea'))");
		WebElement area = chromium.await("body > textarea");
		area.sendKeys(Keys.chord(Keys.CONTROL, "v"));
		return String.valueOf(area.getDomProperty("value"));
	}

	/** Which rules of axe the page, or the frame that is entered, breaks. */
	static List<String> violations(Chromium chromium) {
		return new AxeBuilder().analyze(chromium.driver()).getViolations().stream().map(Rule::toString).toList();
	}

}
