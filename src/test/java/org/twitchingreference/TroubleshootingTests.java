package org.twitchingreference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.twitchingreference.http.ConnectionFault;
import org.twitchingreference.smart.LaunchException.EhrError;
import org.twitchingreference.smart.LaunchProblem;

import static org.assertj.core.api.Assertions.assertThat;

/** Every code that a page of a problem shows has its row, and no other row is there. */
class TroubleshootingTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_ -]+)` \\|");

	private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages");

	@Test
	void everyCodeHasOneRow() throws IOException {
		assertThat(rows("The app did not open"))
			.containsExactlyElementsOf(codes(Arrays.stream(LaunchProblem.values()).map(LaunchProblem::shownKey)));
		assertThat(rows("Connections"))
			.containsExactlyElementsOf(codes(Arrays.stream(ConnectionFault.values()).map(ConnectionFault::key)));
		assertThat(rows("Error codes of the EHR"))
			.containsExactlyElementsOf(codes(Arrays.stream(EhrError.values()).map(EhrError::code)));
		assertThat(rows("Pages with a number")).containsExactlyInAnyOrderElementsOf(named("error\\.(\\w+)"));
		assertThat(rows("The sidebar shows no chart"))
			.containsExactlyInAnyOrderElementsOf(named("sidebar\\.problem\\.([\\w-]+)\\.title"));
	}

	@Test
	void everyStepIsExplained() throws IOException {
		String document = document();

		assertThat(LaunchProblem.Step.values())
			.allSatisfy((step) -> assertThat(document).contains("`" + step.key() + "`"));
	}

	private static List<String> rows(String section) throws IOException {
		String from = document().substring(document().indexOf("\n## " + section));
		int end = from.indexOf("\n## ", 1);
		return ROW.matcher((end < 0) ? from : from.substring(0, end)).results().map((row) -> row.group(1)).toList();
	}

	private static List<String> codes(Stream<String> codes) {
		return codes.distinct().toList();
	}

	private static List<String> named(String key) {
		return MESSAGES.keySet()
			.stream()
			.map(Pattern.compile(key)::matcher)
			.filter((matcher) -> matcher.matches())
			.map((matcher) -> matcher.group(1))
			.toList();
	}

	private static String document() throws IOException {
		return Files.readString(Path.of("docs", "troubleshooting.md"));
	}

}
