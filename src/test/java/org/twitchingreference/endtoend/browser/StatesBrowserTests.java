package org.twitchingreference.endtoend.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twitchingreference.browser.EveryLook;
import org.twitchingreference.browser.Look;
import org.twitchingreference.endtoend.RunningSystem;

/**
 * What a physician can bring the sidebar into, in each width, light and dark, in forced
 * colours, and magnified twice and four times: accessible, and nothing beside the screen.
 */
class StatesBrowserTests extends BrowserTestBase {

	private EveryLook look;

	StatesBrowserTests() {
		super(Look.sidebar());
	}

	@BeforeEach
	void lookEverywhere() {
		this.look = new EveryLook(chromium);
	}

	@Test
	void areAccessibleHoweverTheyAreSeen() {
		openAlone("low-potassium-diuretic", "public");
		tap("[data-question=weakness] [data-answer=yes]", "[data-question=weakness] [aria-pressed=true]");
		this.look.accepts("answered");
		tap("[data-group=habits] summary", "[data-group=habits] details[open]");
		this.look.accepts("habits");
		tap("[data-none=habits]", "[data-change=habits]");
		this.look.accepts("none of these");
		tap("[data-test=potassium] input", "[data-order-text]:not(.unseen)");
		tap("#note summary", "#note[open]");
		this.look.accepts("orders and note");
		tap("[data-option=medicine-review] .not-now summary", ".not-now details[open]");
		this.look.accepts("not now");
		tap("[data-option=medicine-review] [data-reason=done]", "[data-option=medicine-review] [data-reason=none]");
		chromium.unfold();
		this.look.accepts("everything unfolded");
	}

	@Test
	void areAccessibleOnEveryOtherPage() {
		openAlone("red-flags-normal-labs", "symmetric");
		String sidebar = chromium.driver().getCurrentUrl();
		for (String page : List.of("handout", "print", "ledger", "complete")) {
			chromium.open(sidebar + page);
			chromium.await("main");
			this.look.accepts(page);
		}
		chromium.open(sidebar);
		awaitReloading(REST_DRAFTS);
		tap(REST_DRAFTS, "[data-drafts-page=listed]");
		this.look.accepts("orders listed");
		tap("[data-action=send-drafts]", "[data-drafts-page=sent]");
		this.look.accepts("drafts sent");
	}

	@Test
	void areAccessibleWhereSomethingIsInTheWay() {
		openAlone("low-potassium-diuretic", "public");
		for (String dialog : List.of("unused", "limit")) {
			chromium.driver().executeScript("document.getElementById(arguments[0]).showModal()", dialog);
			this.look.accepts(dialog);
			chromium.driver().executeScript("document.getElementById(arguments[0]).close()", dialog);
		}
		for (String problem : List.of("ended", "failed", "busy", "offline", "frame")) {
			chromium.driver()
				.executeScript(
						"document.getElementById('sidebar').replaceWith(document"
								+ ".querySelector(`template[data-problem=${arguments[0]}]`).content.cloneNode(true))",
						problem);
			this.look.accepts(problem);
		}
		chromium.await("#session form button").click();
		chromium.await("[data-closed]");
		this.look.accepts("closed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/about", "/standalone", "/nothing-here", "/not%2Faccepted", "/s/nobody/",
			"/launch?iss=https://unknown.example.org/fhir&launch=x" })
	void areAccessibleOutsideALaunch(String path) {
		chromium.open(RunningSystem.app() + path);
		chromium.await("main");

		this.look.accepts(path);
	}

	private void tap(String selector, String shown) {
		this.look.asUsual();
		chromium.await(selector).click();
		chromium.await(shown);
	}

}
