package org.twitchingreference.endtoend.browser;

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

}
