package org.twitchingreference.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Tests share a process of Chromium, and nothing else. */
@EnabledIfChromium
class ChromiumTests {

	private static final String KEEP = "localStorage.setItem('name', 'kept'); sessionStorage.setItem('name', 'kept');";

	private static final String KEPT = "localStorage.length + sessionStorage.length";

	@Test
	void remembersNothingOfTheTestBefore() {
		try (RememberedSite site = RememberedSite.start()) {
			leaveTraces(site);
			try (Chromium next = Chromium.start(Look.sidebar())) {
				assertThat(next.driver().getWindowHandles()).hasSize(1);
				next.open(site.address());
				assertThat(next.await("#cookies").getText()).isEqualTo("none");
				assertThat(next.length(KEPT)).isZero();
				assertThat(next.complaints()).isEmpty();
				assertThat(next.length("matchMedia('print').matches ? 1 : 0")).isZero();
				assertThat(next.length("matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0")).isZero();
				assertThat(next.length("innerWidth")).isEqualTo(Look.sidebar().width());
			}
		}
	}

	@Test
	void isLentToOneTestAtATime() {
		try (Chromium first = Chromium.start(Look.sidebar())) {
			assertThat(first.driver().getWindowHandles()).hasSize(1);
			assertThatIllegalStateException().isThrownBy(() -> Chromium.start(Look.sidebar()));
		}
	}

	@Test
	void findsWhatIsNotAccessible() {
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open("data:text/html,<html lang=en><title>A</title><main><h1>B</h1><img src=x></main>");
			assertThat(Accessibility.violations(chromium)).singleElement().asString().contains("image-alt", "<img");
			assertThat(Accessibility.violations(chromium, List.of("cat.forms"))).isEmpty();

			chromium.open("data:text/html,<html lang=en><title>A</title><main><h1>B</h1></main>");
			assertThat(Accessibility.violations(chromium)).isEmpty();
		}
	}

	@Test
	void findsEachTextThatIsTooPale() {
		try (Chromium chromium = Chromium.start(Look.sidebar())) {
			chromium.open("data:text/html,<html lang=en><title>A</title><main><h1>B</h1><p>Black</p>"
					+ "<p style=color:silver>Pale</p><p style=color:silver>Pale too</p>"
					+ "<p style=color:silver;background:black>Well</p></main>");

			assertThat(Accessibility.violations(chromium)).singleElement()
				.asString()
				.contains("color-contrast", "Pale<", "Pale too<")
				.doesNotContain("Black", "Well");

			chromium.driver()
				.executeScript("document.querySelectorAll('p').forEach((text) => text.style.color = 'red')");
			assertThat(Accessibility.violations(chromium)).singleElement()
				.asString()
				.contains("Black", "Pale<", "Pale too<");
		}
	}

	/** Cookies, storage, an answer in the cache, a complaint, another tab, no network. */
	private static void leaveTraces(RememberedSite site) {
		try (Chromium chromium = Chromium.start(new Look(700, 800, true, true))) {
			chromium.open(site.address());
			chromium.driver().executeScript(KEEP + "console.error('a complaint')");
			assertThat(chromium.length(KEPT)).isEqualTo(2);
			chromium.driver().navigate().to(site.address() + "again");
			assertThat(chromium.await("#cookies").getText()).contains("plain=kept", "partitioned=kept");
			chromium.driver().navigate().to(site.address());
			assertThat(chromium.await("#cookies").getText()).as("the page of the cache").isEqualTo("none");
			chromium.driver().switchTo().newWindow(WindowType.TAB);
			chromium.open(site.address() + "again");
			chromium.print();
			chromium.disconnect();
		}
	}

}
