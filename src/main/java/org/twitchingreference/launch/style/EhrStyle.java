package org.twitchingreference.launch.style;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What the sidebar adopts from an EHR's style document: colours that keep all text
 * readable, and sizes within limits. Each is parsed and written again, nothing is copied.
 * Fonts, which would have to be fetched, and everything else are left out.
 *
 * @see <a href=
 * "https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html"> SMART
 * App Launch 2.2, styling</a>
 */
final class EhrStyle {

	/** The lowest contrast of text (WCAG 2.2, success criterion 1.4.3). */
	private static final double READABLE = 4.5;

	/**
	 * The colours of the sidebar's text in light mode; EhrStyleTests compares them with
	 * reference.css.
	 */
	static final List<Colour> INKS = colours("#17212b", "#4a5764", "#0b5c8a", "#a3131d", "#7a4a00");

	/** The background colours behind the text. */
	static final List<Colour> PAPERS = colours("#ffffff", "#f5f7f9");

	private static final Pattern PIXELS = Pattern.compile("(\\d{1,3})px");

	private EhrStyle() {
	}

	/** The stylesheet; empty when nothing in the document can be used. */
	static String css(JsonNode document) {
		Stream<String> light = Stream
			.of(colour(document, "color_background", INKS).map((colour) -> "--paper-2:" + colour),
					colour(document, "color_highlight", PAPERS).map((colour) -> "--accent:" + colour))
			.flatMap(Optional::stream);
		String colours = light.collect(Collectors.joining(";"));
		String inLight = colours.isEmpty() ? "" : "@media (prefers-color-scheme:light){:root{" + colours + "}}";
		String radius = pixels(document, "dim_border_radius", 0, 16).map((size) -> ":root{--radius:" + size + "px}")
			.orElse("");
		String font = pixels(document, "dim_font_size", 13, 20).map((size) -> "body{font-size:" + size / 16.0 + "rem}")
			.orElse("");
		return inLight + radius + font;
	}

	private static Optional<Colour> colour(JsonNode document, String name, List<Colour> beside) {
		return text(document, name).flatMap(Colour::parse)
			.filter((colour) -> beside.stream().allMatch((other) -> colour.contrastWith(other) >= READABLE));
	}

	private static Optional<Integer> pixels(JsonNode document, String name, int least, int most) {
		return text(document, name).map(PIXELS::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> Integer.valueOf(matcher.group(1)))
			.filter((size) -> size >= least && size <= most);
	}

	private static Optional<String> text(JsonNode document, String name) {
		return document.path(name).stringValueOpt();
	}

	private static List<Colour> colours(String... texts) {
		return Stream.of(texts).map(Colour::parse).flatMap(Optional::stream).toList();
	}

}
