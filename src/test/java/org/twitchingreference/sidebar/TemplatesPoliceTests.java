package org.twitchingreference.sidebar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every template, of whatever feature, to what the content security policy needs.
 */
class TemplatesPoliceTests {

	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

	private static final Map<String, Pattern> FORBIDDEN = Map.of("unescaped text", Pattern.compile("th:utext|\\[\\("),
			"preprocessing", Pattern.compile("__\\$"), "a style attribute",
			Pattern.compile("\\s(th:)?style(append)?\\s*="), "an inline style", Pattern.compile("<style\\b"),
			"an inline script", Pattern.compile("<script(?![^>]*\\ssrc\\s*=|[^>]*\\sth:src\\s*=)"), "an event handler",
			Pattern.compile("\\s(th:)?on[a-z]+\\s*=|\\shx-on"), "an asset of another host",
			Pattern.compile("(src|href|action)\\s*=\\s*[\"'](@\\{)?(https?:)?//"), "evaluated JavaScript",
			Pattern.compile("javascript:|hx-vals\\s*=\\s*[\"']js:"));

	@Test
	void templatesKeepToThePolicy() throws IOException {
		Map<String, List<String>> offences = new TreeMap<>();
		for (Path template : templates()) {
			String text = Files.readString(template);
			List<String> found = FORBIDDEN.entrySet()
				.stream()
				.filter((rule) -> rule.getValue().matcher(text).find())
				.map(Map.Entry::getKey)
				.toList();
			if (!found.isEmpty()) {
				offences.put(TEMPLATES.relativize(template).toString(), found);
			}
		}

		assertThat(offences).isEmpty();
	}

	@Test
	void findsWhatIsForbidden() {
		Map<String, String> examples = Map.of("unescaped text", "<p th:utext=\"x\">", "preprocessing", "${__${x}__}",
				"a style attribute", "<p style=\"x\">", "an inline style", "<style>", "an inline script", "<script>x",
				"an event handler", "<p onclick=\"x\">", "an asset of another host",
				"<script src=\"https://example.org/x.js\">", "evaluated JavaScript", "<a href=\"javascript:x\">");

		assertThat(FORBIDDEN).allSatisfy((rule, pattern) -> assertThat(examples.get(rule)).containsPattern(pattern));
	}

	private static List<Path> templates() throws IOException {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
	}

}
