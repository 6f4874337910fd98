package org.twitchingreference.browser;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page in each width, light and dark, in forced colours, and magnified twice
 * and four times: it must fit, and axe-core must find nothing wrong with it.
 */
public final class EveryLook {

	private static final int HEIGHT = 800;

	/** The narrowest page that need not scroll sideways (WCAG 2.2, 1.4.10). */
	private static final int NARROWEST = 320;

	private static final Seen USUAL = new Seen(360, "light", "none");

	private static final List<Seen> LOOKS = List.of(new Seen(320, "light", "none"), new Seen(360, "dark", "none"),
			new Seen(400, "light", "none"), new Seen(768, "dark", "none"), new Seen(360, "light", "active"),
			new Seen(180, "dark", "none"), new Seen(90, "light", "none"));

	private final Chromium chromium;

	private int checked;

	public EveryLook(Chromium chromium) {
		this.chromium = chromium;
	}

	/**
	 * The page fits in each look, and is accessible in one, another for each state: the
	 * rules take seconds, and widths do not.
	 */
	public void accepts(String state) {
		LOOKS.forEach((look) -> fits(state, look));
		this.checked++;
		isAccessible(state, LOOKS.get(this.checked % LOOKS.size()));
	}

	/** The page fits and is accessible in each look. */
	public void acceptsInEach(String state) {
		LOOKS.forEach((look) -> {
			fits(state, look);
			isAccessible(state, look);
		});
	}

	/** Looks at the page as a sidebar is looked at. */
	public void asUsual() {
		look(USUAL);
	}

	private void fits(String state, Seen look) {
		look(look);
		assertThat(this.chromium.length("document.documentElement.scrollWidth")).as(state + ", " + look)
			.isLessThanOrEqualTo(Math.max(look.width, NARROWEST));
	}

	private void isAccessible(String state, Seen look) {
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
