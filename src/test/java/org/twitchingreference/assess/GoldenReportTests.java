package org.twitchingreference.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What comes out for whole charts, word by word, so that a change of wording is seen
 * (README of src/test/resources/assess).
 */
class GoldenReportTests {

	private static final Path FOLDER = Path.of("src/test/resources/assess");

	@ParameterizedTest
	@CsvSource({ "low-potassium-diuretic,json", "low-potassium-diuretic,text", "heart-failure-low-sodium,text",
			"red-flags-normal-labs,text", "child,json" })
	void isWrittenAsAgreed(String chart, String format) throws IOException {
		String output = PlayedCommand.runOn(PlayedCommand.chart(chart), "-", "--format=" + format).output();
		Path golden = FOLDER.resolve(chart + (format.equals("json") ? ".json" : ".txt"));
		if (Boolean.getBoolean("refresh")) {
			Files.writeString(golden, output);
		}

		assertThat(output).isEqualTo(Files.readString(golden));
	}

}
