package org.twitchingreference.endtoend.browser;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.twitchingreference.browser.Accessibility;
import org.twitchingreference.browser.Chromium;
import org.twitchingreference.browser.EnabledIfChromium;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a physician can bring the sidebar into, in each width, light and dark, in forced
 * colours, and magnified twice and four times: accessible, and nothing beside the screen.
 */
@EnabledIfChromium
class StatesBrowserTests {

	private static final int HEIGHT = 800;

	private static final List<Seen> LOOKS = List.of(new Seen(320, "light", "none"), new Seen(360, "dark", "none"),
			new Seen(400, "light", "none"), new Seen(768, "dark", "none"), new Seen(360, "light", "active"),
			new Seen(180, "dark", "none"), new Seen(90, "light", "none"));

	private Chromium chromium;

	private int checked;

	@BeforeEach
	void startBrowser() {
		this.chromium = Chromium.start(Look.sidebar());
	}

	@AfterEach
	void endBrowser() {
		this.chromium.close();
	}

	@Test
	void areAccessibleHoweverTheyAreSeen() {
		open("low-potassium-diuretic", "public");
		tap("[data-question=weakness] [data-answer=yes]", "[data-question=weakness] [aria-pressed=true]");
		isAccessible("answered");
		tap("[data-group=habits] summary", "[data-group=habits] details[open]");
		isAccessible("habits");
		tap("[data-none=habits]", "[data-change=habits]");
		isAccessible("none of these");
		tap("[data-test=potassium] input", "[data-order-text]:not(.unseen)");
		tap("#note summary", "#note[open]");
		isAccessible("orders and note");
		tap("[data-option=medicine-review] .not-now summary", ".not-now details[open]");
		isAccessible("not now");
		tap("[data-option=medicine-review] [data-reason=done]", "[data-option=medicine-review] [data-reason=none]");
		unfold();
		isAccessible("everything unfolded");
	}

	@Test
	void areAccessibleOnEveryOtherPage() {
		open("red-flags-normal-labs", "symmetric");
		String sidebar = this.chromium.driver().getCurrentUrl();
		for (String page : List.of("handout", "print", "ledger", "complete")) {
			this.chromium.open(sidebar + page);
			this.chromium.await("main");
			isAccessible(page);
		}
		this.chromium.open(sidebar);
		String draft = "[data-rest] [data-action=draft-orders]";
		for (int again = 0; again < 20
				&& this.chromium.driver().findElements(By.cssSelector(draft)).isEmpty(); again++) {
			this.chromium.driver().navigate().refresh();
			this.chromium.await("[data-assessment=complete]");
		}
		tap(draft, "[data-drafts-page=listed]");
		isAccessible("orders listed");
		tap("[data-action=send-drafts]", "[data-drafts-page=sent]");
		isAccessible("drafts sent");
	}

	@Test
	void areAccessibleWhereSomethingIsInTheWay() {
		open("low-potassium-diuretic", "public");
		for (String dialog : List.of("unused", "limit")) {
			this.chromium.driver().executeScript("document.getElementById(arguments[0]).showModal()", dialog);
			isAccessible(dialog);
			this.chromium.driver().executeScript("document.getElementById(arguments[0]).close()", dialog);
		}
		for (String problem : List.of("ended", "failed", "busy", "offline", "frame")) {
			this.chromium.driver()
				.executeScript(
						"document.getElementById('sidebar').replaceWith(document"
								+ ".querySelector(`template[data-problem=${arguments[0]}]`).content.cloneNode(true))",
						problem);
			isAccessible(problem);
		}
		this.chromium.await("#session form button").click();
		this.chromium.await("[data-closed]");
		isAccessible("closed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/standalone", "/nothing-here", "/not%2Faccepted", "/s/nobody/",
			"/launch?iss=https://unknown.example.org/fhir&launch=x" })
	void areAccessibleOutsideALaunch(String path) {
		this.chromium.open(RunningSystem.app() + path);
		this.chromium.await("main");

		isAccessible(path);
	}

	private void open(String chart, String client) {
		this.chromium.open(RunningSystem.launch(chart, client).toString());
		this.chromium.await("[data-assessment=complete]");
	}

	private void tap(String selector, String shown) {
		look(new Seen(360, "light", "none"));
		this.chromium.await(selector).click();
		this.chromium.await(shown);
	}

	private void unfold() {
		this.chromium.driver()
			.executeScript("document.querySelectorAll('details').forEach((folded) => folded.open = true)");
	}

	/** Checked in one look after the other: the rules take seconds, and widths do not. */
	private void isAccessible(String state) {
		this.checked++;
		LOOKS.forEach((look) -> {
			look(look);
			assertThat(this.chromium.length("document.documentElement.scrollWidth")).as(state + ", " + look)
				.isLessThanOrEqualTo(Math.max(look.width, 320));
		});
		Seen look = LOOKS.get(this.checked % LOOKS.size());
		look(look);
		assertThat(Accessibility.violations(this.chromium)).as(state + ", " + look).isEmpty();
	}

	private void look(Seen look) {
		this.chromium.driver()
			.executeCdpCommand("Emulation.setDeviceMetricsOverride",
					Map.of("width", look.width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
		this.chromium.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", look.scheme),
							Map.of("name", "forced-colors", "value", look.forced))));
	}

	/** CSS pixels, and what the reader prefers. */
	private record Seen(int width, String scheme, String forced) {
	}

}
