package org.twitchingreference.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

import org.springframework.util.FileSystemUtils;

/**
 * A process of the machine's Chromium with a profile of its own. There is one for each
 * rule about cookies, which ends with the JVM: starting one takes longer than most tests.
 */
final class RunningBrowser {

	private static final Map<CookieRule, RunningBrowser> RUNNING = new EnumMap<>(CookieRule.class);

	/** Selenium warns at every start that it does not know the browser's version. */
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private final ChromeDriver driver;

	private boolean lent;

	private RunningBrowser(ChromeDriver driver) {
		this.driver = driver;
	}

	/** The only one of its rule, to be given back before anybody else borrows it. */
	static synchronized RunningBrowser borrow(CookieRule cookies) {
		RunningBrowser browser = RUNNING.computeIfAbsent(cookies, RunningBrowser::start);
		if (browser.lent) {
			throw new IllegalStateException("A test still uses this browser: " + cookies);
		}
		browser.lent = true;
		return browser;
	}

	private static RunningBrowser start(CookieRule cookies) {
		SELENIUM.setLevel(Level.SEVERE);
		Installation installation = Installation.find().orElseThrow();
		try {
			Path profile = Files.createTempDirectory("chromium");
			ChromeDriverService service = new ChromeDriverService.Builder()
				.usingDriverExecutable(installation.driver().toFile())
				.usingAnyFreePort()
				.withLogFile(new File("/dev/null"))
				.build();
			ChromeDriver driver = new ChromeDriver(service, options(installation, profile, cookies));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				driver.quit();
				FileSystemUtils.deleteRecursively(profile.toFile());
			}));
			RunningBrowser browser = new RunningBrowser(driver);
			browser.leaveOneEmptyTab();
			return browser;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ChromeOptions options(Installation installation, Path profile, CookieRule cookies) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(installation.browser().toFile());
		options.addArguments("--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile);
		if ("root".equals(System.getProperty("user.name"))) {
			options.addArguments("--no-sandbox");
		}
		options.setExperimentalOption("prefs", cookies.preferences());
		return options;
	}

	ChromeDriver driver() {
		return this.driver;
	}

	void giveBack() {
		leaveOneEmptyTab();
		this.lent = false;
	}

	/**
	 * Leaves one empty tab, in front, and nothing of what was opened, kept, cached, said
	 * or emulated. The browser's own first page is not empty: when it is done, it takes
	 * the focus away from whatever was clicked meanwhile.
	 */
	private void leaveOneEmptyTab() {
		Set<String> used = this.driver.getWindowHandles();
		this.driver.switchTo().newWindow(WindowType.TAB);
		String fresh = this.driver.getWindowHandle();
		used.forEach((window) -> this.driver.switchTo().window(window).close());
		this.driver.switchTo().window(fresh);
		this.driver.executeCdpCommand("Page.bringToFront", Map.of());
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
		this.driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
		this.driver.manage().logs().get(LogType.BROWSER);
	}

}
