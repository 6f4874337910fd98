package org.twitchingreference.launch.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EhrStyleTests {

	@Test
	void takesReadableColoursAndSizesWithinReason() {
		assertThat(css("""
				{ "color_background": "#EDEAE3", "color_highlight": "#1a5a2a", "dim_border_radius": "6px",
				  "dim_font_size": "14px", "font_family_body": "Georgia" }"""))
			.isEqualTo("@media (prefers-color-scheme:light){:root{--paper-2:#edeae3;--accent:#1a5a2a}}"
					+ ":root{--radius:6px}body{font-size:0.875rem}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "7", "{\"color_background\":\"#000000\"}",
			"{\"color_background\":\"#888888\"}", "{\"color_highlight\":\"#69b5ce\"}", "{\"color_highlight\":\"red\"}",
			"{\"color_background\":\"#fff\"}", "{\"color_background\":\"#ffffff;}body{display:none\"}",
			"{\"color_background\":\"url(https://stranger.invalid)\"}", "{\"color_background\":[\"#ffffff\"]}",
			"{\"dim_font_size\":\"2px\"}", "{\"dim_font_size\":\"99px\"}", "{\"dim_font_size\":\"14pt\"}",
			"{\"dim_border_radius\":\"17px\"}", "{\"dim_border_radius\":\"-1px\"}",
			"{\"dim_border_radius\":\"6px}*{display:none\"}", "{\"dim_border_radius\":6}",
			"{\"font_family_body\":\"x;}@import 'https://stranger.invalid'\"}" })
	void takesNothingElse(String document) {
		assertThat(css(document)).isEmpty();
	}

	@Test
	void knowsTheColoursOfTheSidebar() throws IOException {
		String sheet = Files.readString(Path.of("src/main/resources/static/css/reference.css"));
		String light = sheet.substring(0, sheet.indexOf("@media"));

		assertThat(EhrStyle.INKS).extracting(Colour::toString)
			.containsExactly(value(light, "ink"), value(light, "ink-2"), value(light, "accent"), value(light, "urgent"),
					value(light, "soon"));
		assertThat(EhrStyle.PAPERS).extracting(Colour::toString)
			.containsExactly(value(light, "paper"), value(light, "paper-2"));
	}

	@Test
	void measuresContrastAsWcagDoes() {
		Colour white = new Colour(255, 255, 255);

		assertThat(white.contrastWith(new Colour(0, 0, 0))).isCloseTo(21, within(0.001));
		assertThat(white.contrastWith(white)).isEqualTo(1);
		assertThat(white.contrastWith(Colour.parse("#767676").orElseThrow())).isCloseTo(4.54, within(0.01));
	}

	private static String css(String document) {
		return EhrStyle.css(JsonMapper.shared().readTree(document));
	}

	private static String value(String sheet, String name) {
		int start = sheet.indexOf("--" + name + ": ") + name.length() + 4;
		return sheet.substring(start, sheet.indexOf(';', start));
	}

}
