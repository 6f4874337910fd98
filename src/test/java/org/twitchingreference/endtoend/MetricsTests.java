package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twitchingreference.smart.LaunchProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What Prometheus reads after launches that succeed, fail and end. */
class MetricsTests {

	private static final String PATIENT = "low-potassium-diuretic";

	private static final Path CHART = Path.of("src/test/resources/charts", PATIENT + ".json");

	private static final Path DASHBOARD = Path.of("docs/grafana-dashboard.json");

	/** A name, its labels and a number. */
	private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*)})? \\S+$");

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

	private static final Pattern METRIC = Pattern
		.compile("\\b(?:twitching|jvm|process|system|http|logback|executor|application)_[a-z_]+");

	private static final PlayedBrowser browser = new PlayedBrowser();

	private static String scrape = "";

	/** A launch that is closed, one that stays open, one that fails, a stranger. */
	@BeforeAll
	static void run() {
		Page shell = browser.open(RunningSystem.launch(PATIENT, "public"));
		assertThat(browser.assessment(shell).isComplete()).isTrue();
		browser.post(shell.address().resolve("close"), "_csrf=" + shell.values("value").get(0));
		browser.openSidebar(RunningSystem.launch(PATIENT, "symmetric"));
		browser.open(RunningSystem.app().resolve("/launch?launch=x&iss=https://stranger.example.org/fhir"));
		browser.open(RunningSystem.app().resolve("/callback/sandbox?code=code-of-nobody&state=state-of-nobody"));
		new PlayedBrowser().open(shell.address());
		scrape = browser.open(RunningSystem.management().resolve("/actuator/prometheus")).body();
	}

	@Test
	void tellsOfLaunchesByEhrAndHowTheyWent() {
		assertThat(scrape).contains("twitching_launches_total{ehr=\"sandbox\",outcome=\"opened\"}",
				"twitching_launches_total{ehr=\"-\",outcome=\"unknown-issuer\"}",
				"twitching_launches_ended_total{ehr=\"sandbox\",outcome=\"closed\"}",
				"twitching_requests_refused_total{ehr=\"-\",outcome=\"no-launch\"}",
				"twitching_charts_read_total{ehr=\"sandbox-symmetric\",outcome=\"read\"}");
	}

	@Test
	void tellsOfQueriesByPartAndWhatTheyTook() {
		assertThat(scrape).contains(
				"twitching_fhir_queries_seconds_count{ehr=\"sandbox\",outcome=\"ok\",part=\"laboratory\"}",
				"twitching_fhir_queries_seconds_bucket{ehr=\"sandbox\",outcome=\"ok\",part=\"patient\",le=\"1.0\"}",
				"twitching_chart_reading_seconds_bucket{complete=\"true\",ehr=\"sandbox\",le=\"30.0\"}");
	}

	/** Of no EHR, where somebody might know who was seen in the hour. */
	@Test
	void tellsWhatWasSaidByIdsOfTheKnowledge() {
		assertThat(scrape).contains("twitching_verdicts_total{cause=\"low-potassium\",verdict=\"met\"}",
				"twitching_tests_total{status=\"suggested\",test=\"magnesium\"}", "twitching_options_total{option=\"");
	}

	@Test
	void tellsOfMemoryRatesAndTheAuditTrail() {
		assertThat(scrape).contains("\ntwitching_reading_memory_used_bytes ", "\ntwitching_reading_memory_max_bytes ",
				"\ntwitching_reading_charts ", "\ntwitching_audit_lines_waiting ",
				"\ntwitching_audit_lines_lost_total ", "\ntwitching_audit_replaced_total ");
	}

	/** Every text and number of the chart, every secret of the run. */
	@Test
	void tellsNothingOfAPatientAUserOrALaunch() throws IOException {
		Set<String> told = labels().collect(Collectors.toCollection(TreeSet::new));
		Set<String> known = new HashSet<>(told);
		known.retainAll(chart());

		assertThat(known).as("words that stand in the chart too").isSubsetOf("laboratory", "patient", "true");
		assertThat(scrape).doesNotContain(secrets());
	}

	/** What has no bound would fill the memory of whoever keeps it. */
	@Test
	void hasLabelsThatAreFew() {
		Set<String> problems = Stream.of(LaunchProblem.values())
			.map(LaunchProblem::shownKey)
			.collect(Collectors.toSet());

		assertThat(labels("ehr")).isNotEmpty().allMatch((id) -> id.equals("-") || isRegistered(id));
		assertThat(labels("uri")).isNotEmpty()
			.allMatch((uri) -> uri.matches("UNKNOWN|NOT_FOUND|REDIRECTION|root|/\\*\\*|"
					+ "/(\\{?[a-zA-Z-]+}?|[a-z]+\\.(css|png|json)|\\*\\*|/)*"), "is a pattern")
			.noneMatch((uri) -> uri.matches(".*[0-9].*"));
		assertThat(values("twitching_launches_total", "outcome"))
			.allMatch((outcome) -> outcome.equals("opened") || problems.contains(outcome));
	}

	@Test
	void theDashboardAsksForNothingThatIsNotThere() throws IOException {
		List<String> asked = JsonMapper.shared()
			.readTree(Files.readString(DASHBOARD))
			.findValuesAsString("expr")
			.stream()
			.flatMap((expression) -> METRIC.matcher(expression).results().map((found) -> found.group()))
			.toList();
		Set<String> there = SAMPLE.matcher(scrape)
			.results()
			.map((sample) -> sample.group(1))
			.collect(Collectors.toSet());

		assertThat(asked).hasSizeGreaterThan(15).allSatisfy((name) -> assertThat(there).contains(name));
	}

	private static boolean isRegistered(String id) {
		return Stream
			.of("launch-config", "src/sandbox/resources/launch-config", "src/sandbox/resources/launch-config/quirks")
			.anyMatch((folder) -> Files.exists(Path.of(folder, id + ".yml"))) || id.equals("forwarding");
	}

	private static Stream<String> labels() {
		return SAMPLE.matcher(scrape)
			.results()
			.flatMap((sample) -> (sample.group(2) == null) ? Stream.empty()
					: LABEL.matcher(sample.group(2)).results().map((label) -> label.group(2)));
	}

	private static Set<String> labels(String name) {
		return LABEL.matcher(scrape)
			.results()
			.filter((label) -> label.group(1).equals(name))
			.map((label) -> label.group(2))
			.collect(Collectors.toSet());
	}

	private static Set<String> values(String metric, String name) {
		return SAMPLE.matcher(scrape)
			.results()
			.filter((sample) -> sample.group(1).equals(metric))
			.flatMap((sample) -> LABEL.matcher(sample.group(2)).results())
			.filter((label) -> label.group(1).equals(name))
			.map((label) -> label.group(2))
			.collect(Collectors.toSet());
	}

	private static Set<String> chart() throws IOException {
		Set<String> words = new HashSet<>();
		collect(JsonMapper.shared().readTree(Files.readString(CHART)).path("entry"), words);
		return words;
	}

	private static void collect(JsonNode node, Set<String> words) {
		if (node.isValueNode()) {
			words.add(node.asString());
		}
		node.forEach((inside) -> collect(inside, words));
	}

	private static String[] secrets() {
		List<String> secrets = new ArrayList<>(List.of(PATIENT, "Rowan", "Ashdown", "stranger", "of-nobody"));
		secrets.addAll(browser.cookieValues());
		for (URI address : browser.visited()) {
			Stream.of(address.getPath().split("/")).filter((segment) -> segment.length() > 40).forEach(secrets::add);
			Stream.of(String.valueOf(address.getRawQuery()).split("[=&]"))
				.filter((value) -> value.length() > 20)
				.forEach(secrets::add);
		}
		assertThat(secrets).hasSizeGreaterThan(12);
		return secrets.toArray(String[]::new);
	}

}
