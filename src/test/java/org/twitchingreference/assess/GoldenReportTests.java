package org.twitchingreference.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A change of what is said of whole charts is seen. */
class GoldenReportTests {

	private static final Map<Path, String> REPORTS = GoldenReports.contents();

	@ParameterizedTest
	@MethodSource("files")
	void isWrittenAsAgreed(Path golden) throws IOException {
		String agreed = Files.readString(golden);

		assertThat(REPORTS.get(golden))
			.as("If %s is to change: ./mvnw spring-boot:test-run@knowledge rewrites it", golden)
			.isEqualTo(agreed);
	}

	private static Stream<Path> files() {
		return REPORTS.keySet().stream();
	}

}
