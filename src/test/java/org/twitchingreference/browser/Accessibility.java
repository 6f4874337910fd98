package org.twitchingreference.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.JavascriptException;

import org.springframework.core.io.ClassPathResource;

/** What axe-core finds wrong with the page that a browser shows. */
public final class Accessibility {

	private static final String AXE = axe();

	/**
	 * Within the page, and of what is wrong only: axe-core's own way from Java describes
	 * every element that is as it should be, and carries it all to a second window. That
	 * is for frames of other sites, of which these pages have none.
	 */
	private static final String RUN = """
			const [options, done] = arguments;
			axe.run(document, { ...options, resultTypes: ['violations'] }).then(
			  (found) => done(found.violations.map((rule) => rule.id + ': ' + rule.nodes.map((node) => node.html))),
			  (error) => done(['axe-core failed: ' + error]))""";

	/**
	 * A long page has a dozen colours, which axe-core reads from their texts 15,000
	 * times: a fifth of its time.
	 */
	private static final String READ_EACH_COLOUR_ONCE = """
			const color = axe.commons.color.Color.prototype;
			const read = color.parseString;
			const known = new Map();
			color.parseString = function (text) {
			  if (!known.has(text)) {
			    read.call(this, text);
			    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
			  }
			  return Object.assign(this, known.get(text));
			};""";

	/** Seconds on a long page, more on a busy machine. */
	private static final Duration LONGEST = Duration.ofMinutes(5);

	private Accessibility() {
	}

	/** By the rules that axe-core applies by itself. */
	public static List<String> violations(Chromium chromium) {
		return violations(chromium, Map.of());
	}

	/** By the rules with any of these tags. */
	public static List<String> violations(Chromium chromium, List<String> tags) {
		return violations(chromium, Map.of("runOnly", tags));
	}

	private static List<String> violations(Chromium chromium, Map<String, ?> options) {
		chromium.driver().manage().timeouts().scriptTimeout(LONGEST);
		if (!Boolean.TRUE.equals(chromium.driver().executeScript("return 'axe' in window"))) {
			chromium.driver().executeScript(AXE);
			chromium.driver().executeScript(READ_EACH_COLOUR_ONCE);
		}
		if (!(chromium.driver().executeAsyncScript(RUN, options) instanceof List<?> violations)) {
			throw new JavascriptException("axe-core found nothing to say");
		}
		return violations.stream().map(String::valueOf).toList();
	}

	private static String axe() {
		try {
			return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
