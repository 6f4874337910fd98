package org.twitchingreference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that strangers or servers can make grow is without a bound; docs/security.md
 * has the list.
 */
class GrowthTests {

	private static final Path SOURCES = Path.of("src", "main", "java", "org", "twitchingreference");

	private static final Pattern CACHE = Pattern.compile("Caffeine\\.newBuilder\\(\\)[^;]*;");

	private static final Pattern OF_ALL = Pattern.compile("(?<!PerEhr<>\\(\\(\\) -> )Caffeine\\.newBuilder\\(\\)");

	/**
	 * Three give each EHR a share, rates are by launch and by EHR with client address,
	 * and queries are a cache of one EHR each time. What the others forget is asked for,
	 * or said, again; drafts and renewals that wait for the store cost their sender most.
	 */
	private static final Set<String> SHARED_CACHES = Set.of("capacity/FairCache.java", "fhir/CapabilityStatements.java",
			"launch/InMemoryLaunchStore.java", "launch/InMemoryAuthorizationStore.java",
			"launch/shared/SharedLaunchState.java", "launch/shared/SharedLaunches.java",
			"launch/web/ErrorReferences.java", "launch/web/EmptyFrameWarnings.java", "launch/web/LaunchRates.java",
			"ordering/PreparedDrafts.java", "reading/query/UnsupportedQueries.java");

	private static final Pattern QUEUE = Pattern
		.compile("new (?:Linked|Priority|Array)?Blocking(?:Queue|Deque)<[^>]*>\\(([^)]*)\\)|Executors\\.new\\w+");

	/** Collections that many threads, and so many requests, share. */
	private static final Pattern SHARED = Pattern
		.compile("new Concurrent\\w+<|ConcurrentHashMap\\.newKeySet|new CopyOnWrite\\w+<|Collections\\.synchronized|"
				+ "static [^;(]*= new (?:Linked|Tree)?Hash(?:Map|Set)<|private final Queue<");

	/** What bounds each is in the list of docs/security.md. */
	private static final Set<String> BOUNDED_OTHERWISE = Set.of("bedside/SuggestionCounts.java", "capacity/PerEhr.java",
			"http/trust/TrustedAuthorities.java", "reading/BoundedTaskQueue.java", "reading/ChartReader.java",
			"smart/discovery/Deviations.java", "smart/session/AuthorizedRequests.java");

	@Test
	void everyCacheHasASizeAndATime() throws IOException {
		List<String> caches = sources().flatMap((source) -> found(CACHE, source)).toList();

		assertThat(caches).hasSizeGreaterThanOrEqualTo(9)
			.allSatisfy((cache) -> assertThat(cache).containsAnyOf(".maximumSize(", ".maximumWeight(")
				.contains(".expireAfter"));
	}

	/** Whatever fills it, of one EHR, would forget what is another's. */
	@Test
	void everyCacheIsOfOneEhrOrSharedAsListed() throws IOException {
		Set<String> ofAll = new TreeSet<>();
		for (Path source : sources().toList()) {
			if (OF_ALL.matcher(Files.readString(source)).find()) {
				ofAll.add(SOURCES.relativize(source).toString());
			}
		}

		assertThat(ofAll).isEqualTo(new TreeSet<>(SHARED_CACHES));
		assertThat(Files.readString(SOURCES.resolve("reading/ChartReader.java")))
			.containsPattern("new PerEhr<>\\(\\s*\\(\\) -> new UnsupportedQueries\\(");
	}

	@Test
	void everyQueueHasASize() throws IOException {
		assertThat(sources().flatMap((source) -> found(QUEUE, source)).toList()).isNotEmpty()
			.allSatisfy((queue) -> assertThat(queue).matches("new \\w+<.*>\\((\\d+|[A-Z_]+|this\\.most\\w+)\\)"));
	}

	@Test
	void everythingElseThatIsSharedIsListed() throws IOException {
		Set<String> sharing = new TreeSet<>();
		for (Path source : sources().toList()) {
			if (SHARED.matcher(Files.readString(source)).find()) {
				sharing.add(SOURCES.relativize(source).toString());
			}
		}
		String list = Files.readString(Path.of("docs", "security.md"));

		assertThat(sharing).isEqualTo(new TreeSet<>(BOUNDED_OTHERWISE))
			.allSatisfy((source) -> assertThat(list).contains("`" + source.replaceAll(".*/|\\.java", "") + "`"));
	}

	private static Stream<String> found(Pattern pattern, Path source) {
		try {
			Matcher matcher = pattern.matcher(Files.readString(source));
			return matcher.results().map((match) -> match.group()).toList().stream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Stream<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
	}

}
