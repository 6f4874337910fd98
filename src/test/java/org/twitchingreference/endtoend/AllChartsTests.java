package org.twitchingreference.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Every chart of the sandbox opens, by the launch that its page makes. */
class AllChartsTests {

	/** Has results, but none under a code that is known. */
	private static final String LOCAL_CODES_ONLY = "local-code-only";

	private static final Path IDS = Path.of("src/test/resources/knowledge/ids.csv");

	private static final Pattern SIDEBAR = Pattern.compile("<iframe id=\"app\"[^>]* src=\"([^\"]*)\"");

	@ParameterizedTest
	@MethodSource("patients")
	void showsAVerdictOnEveryCause(String patient) throws IOException {
		PlayedBrowser browser = new PlayedBrowser();

		Page page = browser.openSidebar(launch(browser, patient));

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.isComplete()).isTrue();
		if (patient.equals(LOCAL_CODES_ONLY)) {
			assertThat(page.incompleteParts()).containsExactly("Laboratory results");
		}
		else {
			assertThat(page.incompleteParts()).isEmpty();
		}
		Map<String, String> verdicts = page.verdicts();
		assertThat(verdicts.keySet()).isEqualTo(ids("cause"));
		assertThat(verdicts.values()).isSubsetOf("met", "not-met", "unknown", "ask");
		assertThat(ids("red-flag")).containsAll(page.values("data-red-flag"));
		assertThat(ids("caution")).containsAll(page.values("data-caution"));
		assertThat(ids("test")).containsAll(page.values("data-test"));
		assertThat(ids("option")).containsAll(page.values("data-option"));
	}

	@Test
	void listsHandMadeChartsAndThoseOfTheFolder() {
		assertThat(patients()).contains("low-potassium-diuretic", "empty-chart")
			.anyMatch((patient) -> patient.matches("[0-9a-f-]{36}"));
	}

	static Stream<String> patients() {
		return new PlayedBrowser().open(RunningSystem.ehr().resolve("/")).values("data-patient").stream();
	}

	private static URI launch(PlayedBrowser browser, String patient) {
		Page chart = browser.open(RunningSystem.ehr().resolve("/chart/" + patient));
		Matcher matcher = SIDEBAR.matcher(chart.body());
		if (!matcher.find()) {
			throw new AssertionError("No iframe#app in the chart");
		}
		return URI.create(HtmlUtils.htmlUnescape(matcher.group(1)));
	}

	private static Set<String> ids(String kind) throws IOException {
		try (Stream<String> lines = Files.lines(IDS)) {
			return lines.map((line) -> line.split(",", -1))
				.filter((fields) -> fields[0].equals(kind))
				.map((fields) -> fields[1])
				.collect(Collectors.toSet());
		}
	}

}
