package org.twitchingreference.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that remembers nothing when it is opened, and forgets everything
 * when it is closed; the process behind it stays for the next test.
 */
public final class Chromium implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Most of what is awaited takes a few milliseconds; Selenium's own is 500. */
	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

	private final RunningBrowser browser;

	private final ChromeDriver driver;

	private Chromium(RunningBrowser browser) {
		this.browser = browser;
		this.driver = browser.driver();
	}

	/**
	 * Opens the machine's Chromium; only where {@link EnabledIfChromium} lets tests run.
	 */
	public static Chromium start(Look look) {
		return start(look, CookieRule.BROWSERS_OWN);
	}

	/** The same, for a browser that is stricter with cookies than it is by itself. */
	public static Chromium start(Look look, CookieRule cookies) {
		Chromium chromium = new Chromium(RunningBrowser.borrow(cookies));
		chromium.look(look);
		return chromium;
	}

	/**
	 * Looks at pages so from now on; whether scripts run is decided when one is opened.
	 */
	public void look(Look look) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", look.width(), "height", look.height(), "deviceScaleFactor", 1, "mobile", false));
		this.driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
				List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
		this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !look.javaScript()));
	}

	/** The driver itself, for whatever is not offered here. */
	public ChromeDriver driver() {
		return this.driver;
	}

	public void open(String url) {
		this.driver.get(url);
	}

	/** Waits until the element is there. */
	public WebElement await(String selector) {
		return until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
	}

	/** Waits until the element says so. */
	public void awaitText(String selector, String text) {
		until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
	}

	/** Waits until the condition gives something else than null and false. */
	public <T> T until(Function<? super WebDriver, T> condition) {
		return new WebDriverWait(this.driver, PATIENCE, BETWEEN_LOOKS).until(condition);
	}

	/** Looks at the page as it would be printed from now on. */
	public void print() {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
	}

	/** Cuts the network off. */
	public void disconnect() {
		this.driver.executeCdpCommand("Network.enable", Map.of());
		this.driver.executeCdpCommand("Network.emulateNetworkConditions",
				Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
	}

	/** Opens everything that is folded. */
	public void unfold() {
		this.driver.executeScript("document.querySelectorAll('details').forEach((folded) => folded.open = true)");
	}

	/**
	 * Keeps the whole page, however long, as target/screenshots/NAME.png in CSS pixels.
	 * Nobody but a reader looks at it, so its size does not matter as encoding does.
	 */
	public Path screenshot(String name) {
		Map<String, Object> shot = this.driver.executeCdpCommand("Page.captureScreenshot",
				Map.of("captureBeyondViewport", true, "optimizeForSpeed", true, "clip", Map.of("x", 0, "y", 0, "width",
						length("innerWidth"), "height", length("document.documentElement.scrollHeight"), "scale", 1)));
		try {
			Files.createDirectories(SCREENSHOTS);
			return Files.write(SCREENSHOTS.resolve(name + ".png"),
					Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whatever the browser's console complains of: a blocked style, a missing script. */
	public List<String> complaints() {
		return this.driver.manage().logs().get(LogType.BROWSER).getAll().stream().map(LogEntry::getMessage).toList();
	}

	/** A number the page knows, in CSS pixels. */
	public long length(String expression) {
		return ((Number) Objects.requireNonNull(this.driver.executeScript("return " + expression))).longValue();
	}

	@Override
	public void close() {
		this.browser.giveBack();
	}

}
