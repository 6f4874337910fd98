package org.twitchingreference.endtoend.measured;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

import org.openqa.selenium.support.ui.WebDriverWait;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.Look;

/**
 * A browser with scripts, at the width of a sidebar. The page itself notes when something
 * clinical and when everything stood in it, so that asking for that takes no time of it.
 */
final class TimedChromium implements AutoCloseable {

	private static final String NOTES = """
			new MutationObserver(() => {
			  const now = performance.timeOrigin + performance.now();
			  const sidebar = document.querySelector("#sidebar[data-assessment]");
			  window.shownAt ||= sidebar && now;
			  window.completeAt ||= sidebar && sidebar.dataset.assessment === "complete" && now;
			}).observe(document, { childList: true, subtree: true, attributes: true });""";

	private final Chromium chromium = Chromium.start(Look.sidebar());

	TimedChromium() {
		this.chromium.driver().executeCdpCommand("Page.enable", Map.of());
		this.chromium.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTES));
	}

	/**
	 * Opens the launch and waits until the sidebar is whole.
	 * @param sentBack when the EHR sent the browser to the callback, in milliseconds of
	 * the clock on the wall
	 */
	Timed open(URI launch, LongSupplier sentBack) {
		this.chromium.open(launch.toString());
		new WebDriverWait(this.chromium.driver(), Duration.ofMinutes(1), Duration.ofMillis(100))
			.until((driver) -> this.chromium.length("window.completeAt || 0") > 0);
		long begin = sentBack.getAsLong();
		return new Timed(this.chromium.length("window.shownAt") - begin,
				this.chromium.length("window.completeAt") - begin);
	}

	@Override
	public void close() {
		this.chromium.close();
	}

	/**
	 * From the callback to the first clinical part and to the whole, in milliseconds.
	 */
	record Timed(long shown, long complete) {

	}

}
