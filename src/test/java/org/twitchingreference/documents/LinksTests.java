package org.twitchingreference.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the documents lead, and the tests, classes and artifacts that they name. */
class LinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");

	private static final Pattern TEST = Pattern.compile("`(\\w+(?:Tests|IT))(?:\\.(\\w+))?`");

	/** As "launch.web.LaunchController", below the root package. */
	private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w*[a-z]\\w*)\\b");

	/** As "ValueSet/cramp". */
	private static final Pattern ARTIFACT = Pattern.compile("`([A-Z][A-Za-z]+)/([a-z0-9][a-z0-9-]*)`");

	private static final Path ARTIFACTS = Path.of("fhir-resources");

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

		assertThat(named(TEST, (name) -> exists(tests, name))).isEmpty();
	}

	@Test
	void everyClassThatIsNamedWithItsPackageExists() {
		Set<String> classes = Stream.of("src/main/java", "src/test/java")
			.map((root) -> Path.of(root, "org", "twitchingreference"))
			.flatMap((root) -> Document.files(root).map((file) -> root.relativize(file).toString()))
			.map((file) -> file.replace(".java", "").replace('/', '.'))
			.collect(Collectors.toSet());

		assertThat(named(CLASS, (name) -> classes.contains(name.group(1)))).isEmpty();
	}

	@Test
	void everyArtifactThatIsNamedExists() {
		assertThat(named(ARTIFACT, (name) -> {
			Path folder = ARTIFACTS.resolve(name.group(1));
			return !Files.exists(folder) || Files.exists(folder.resolve(name.group(1) + "-" + name.group(2) + ".json"));
		})).isEmpty();
	}

	/** Where the documents name what does not exist. */
	private static Stream<String> named(Pattern pattern, Predicate<MatchResult> exists) {
		return Document.all()
			.stream()
			.flatMap((document) -> document.prose()
				.flatMap((line) -> found(pattern, line).filter((name) -> !exists.test(name))
					.map((name) -> line.place() + " names " + name.group())));
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
