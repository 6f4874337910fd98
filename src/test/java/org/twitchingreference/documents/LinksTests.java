package org.twitchingreference.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the documents lead, and the tests that they name. */
class LinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|IT))(?:\\.(\\w+))?`");

	private static final Path TESTS = Path.of("src", "test", "java");

	@Test
	void everyLinkLeadsToAFileAndAHeading() {
		assertThat(Document.all().stream().flatMap(LinksTests::broken)).isEmpty();
	}

	@Test
	void noticesAFileAndAHeadingThatAreNotThere() {
		Document document = Document.of(Path.of("docs", "made-up.md"), """
				# A `heading`: one
				[here](#a-heading-one), [there](../README.md#see-it-run), [elsewhere](https://example.org/x)
				[gone](gone.md), [lost](../README.md#lost), ![picture](images/none.png)
				""");

		assertThat(broken(document)).containsExactly("docs/made-up.md:3 leads to gone.md",
				"docs/made-up.md:3 leads to ../README.md#lost", "docs/made-up.md:3 leads to images/none.png");
	}

	@Test
	void everyTestThatIsNamedExists() {
		List<Path> tests = Document.files(TESTS).toList();

		assertThat(Document.all()
			.stream()
			.flatMap((document) -> document.prose()
				.flatMap((line) -> found(TEST, line).filter((name) -> !exists(tests, name))
					.map((name) -> line.place() + " names " + name.group()))))
			.isEmpty();
	}

	private static Stream<String> broken(Document document) {
		return document.prose()
			.flatMap((line) -> found(LINK, line).map((link) -> link.group(1))
				.filter((link) -> !link.contains("://") && !leads(document, link))
				.map((link) -> line.place() + " leads to " + link));
	}

	private static boolean leads(Document from, String link) {
		String[] parts = link.split("#", 2);
		Path folder = Optional.ofNullable(from.file().getParent()).orElse(Path.of(""));
		Path target = parts[0].isEmpty() ? from.file() : folder.resolve(parts[0]).normalize();
		if (parts.length == 1) {
			return Files.exists(target);
		}
		Document to = parts[0].isEmpty() ? from : Document.read(target);
		return to.anchors().contains(parts[1]);
	}

	private static boolean exists(List<Path> tests, MatchResult name) {
		return tests.stream()
			.filter((file) -> file.endsWith(name.group(1) + ".java"))
			.anyMatch((file) -> name.group(2) == null || Document.text(file).contains(" " + name.group(2) + "("));
	}

	private static Stream<MatchResult> found(Pattern pattern, Document.Line line) {
		return pattern.matcher(line.text()).results();
	}

}
