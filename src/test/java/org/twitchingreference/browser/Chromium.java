package org.twitchingreference.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.util.FileSystemUtils;

/** A headless Chromium with a fresh profile, which ends its own processes when closed. */
public final class Chromium implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Selenium warns at every start that it does not know the browser's version. */
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private final ChromeDriver driver;

	private final Path profile;

	private Chromium(ChromeDriver driver, Path profile) {
		this.driver = driver;
		this.profile = profile;
	}

	/**
	 * Starts the machine's Chromium; only where {@link EnabledIfChromium} lets tests run.
	 */
	public static Chromium start(Look look) {
		return start(look, CookieRule.BROWSERS_OWN);
	}

	/** The same, for a browser that is stricter with cookies than it is by itself. */
	public static Chromium start(Look look, CookieRule cookies) {
		SELENIUM.setLevel(Level.SEVERE);
		Installation installation = Installation.find().orElseThrow();
		try {
			Path profile = Files.createTempDirectory("chromium");
			ChromeDriverService service = new ChromeDriverService.Builder()
				.usingDriverExecutable(installation.driver().toFile())
				.usingAnyFreePort()
				.withLogFile(new File("/dev/null"))
				.build();
			Chromium chromium = new Chromium(new ChromeDriver(service, options(installation, profile, look, cookies)),
					profile);
			chromium.look(look);
			return chromium;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ChromeOptions options(Installation installation, Path profile, Look look, CookieRule cookies) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(installation.browser().toFile());
		options.addArguments("--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile);
		if ("root".equals(System.getProperty("user.name"))) {
			options.addArguments("--no-sandbox");
		}
		Map<String, Object> preferences = new HashMap<>(cookies.preferences());
		if (!look.javaScript()) {
			preferences.put("profile.managed_default_content_settings.javascript", 2);
		}
		options.setExperimentalOption("prefs", preferences);
		return options;
	}

	/** Looks at the page in another size or colour scheme from now on. */
	public void look(Look look) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", look.width(), "height", look.height(), "deviceScaleFactor", 2, "mobile", false));
		this.driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
				List.of(Map.of("name", "prefers-color-scheme", "value", look.dark() ? "dark" : "light"))));
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
		return new WebDriverWait(this.driver, PATIENCE)
			.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
	}

	/** Waits until the element says so. */
	public void awaitText(String selector, String text) {
		new WebDriverWait(this.driver, PATIENCE)
			.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
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

	/** Keeps the whole page, however long, as target/screenshots/NAME.png. */
	public Path screenshot(String name) {
		Map<String, Object> shot = this.driver.executeCdpCommand("Page.captureScreenshot",
				Map.of("captureBeyondViewport", true, "clip", Map.of("x", 0, "y", 0, "width", length("innerWidth"),
						"height", length("document.documentElement.scrollHeight"), "scale", 1)));
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
		this.driver.quit();
		FileSystemUtils.deleteRecursively(this.profile.toFile());
	}

}
