package org.twitchingreference.assess.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InputsTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1}", "{\"a\":1}\n", "\n\n {\n\"a\": [\n{\"b\": 1}\n]\n}",
			"{\"a\":[\n{\"b\":1},\n{\"c\":2}\n]}", "{\"a\":[\n{\"b\":1}", "[{\"a\":1},\n {\"b\":2}]",
			"{\"a\": \"}\\\"\"}\r\n" })
	void takesOneDocumentForOne(String text) {
		assertThat(names(text)).containsExactly("f");
	}

	@Test
	void numbersTheLinesOfMany() {
		assertThat(names("{\"a\":1}\n\n{\"b\":\"}{\"}\r\nbroken\n")).containsExactly("f:1", "f:3", "f:4");
		assertThat(names("\n{\"a\n{\"resourceType\":2}")).containsExactly("f:2", "f:3");
	}

	@Test
	void takesABrokenLineForOneOfManyWhereAResourceFollows() {
		assertThat(names("{\"a\": nothing}\n{\"resourceType\":\"Bundle\"}")).containsExactly("f:1", "f:2");
		assertThat(names("{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}\n{\"resourceType\":1}"))
			.containsExactly("f:1", "f:2");
	}

	@Test
	void readsZippedAndMarkedText() throws IOException {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
			zip.write("\uFEFF{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8));
		}
		List<String> texts = new ArrayList<>();

		InputFile.of("-", new ByteArrayInputStream(zipped.toByteArray()))
			.forEach((input) -> texts.add(new String(input.content().bytes(), StandardCharsets.UTF_8).strip()));

		assertThat(texts).containsExactly("{\"a\":\"\u00e9\"}");
	}

	@Test
	void passesOverALineThatIsTooLong() throws IOException {
		Lines lines = new Lines(new ByteArrayInputStream("{123456789}\n{1}\n".getBytes(StandardCharsets.UTF_8)), 8);

		Optional<Line> first = lines.next();
		Optional<Line> second = lines.next();

		assertThatExceptionOfType(UnusableInputException.class).isThrownBy(() -> first.orElseThrow().bytes());
		assertThat(second.orElseThrow().bytes()).asString().isEqualTo("{1}");
		assertThat(lines.next()).isEmpty();
	}

	private static List<String> names(String text) {
		List<String> names = new ArrayList<>();
		InputFile.of("-", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
			.forEach((input) -> names.add(input.name().replaceFirst("^-", "f")));
		return names;
	}

}
