package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.twitchingreference.knowledge.KnowledgeException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BrokenKnowledgeTests {

	private static final Path FOLDER = Path.of("fhir-resources");

	@ParameterizedTest(name = "{0}: {3}")
	@CsvFileSource(resources = "/knowledge/broken-artifacts.csv", useHeadersInDisplayName = true,
			maxCharsPerColumn = 500)
	void stopsTheStartWithTheFileAndWhatIsWrong(String file, String found, String replacement, String sentence)
			throws IOException {
		Map<String, byte[]> files = files();
		String content = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
		String broken = content.replaceFirst(found, replacement.replace("\\n", "\n"));
		assertThat(broken)
			.as("broken-artifacts.csv: '%s' stands no longer in %s, write something that does", found, file)
			.isNotEqualTo(content);
		files.put(file, broken.getBytes(StandardCharsets.UTF_8));

		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> KnowledgeLoader.load(files, table()))
			.withMessageContaining(sentence);
	}

	private static Map<String, byte[]> files() throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(FOLDER)) {
			for (Path path : paths.filter((candidate) -> candidate.toString().endsWith(".json")).toList()) {
				files.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
			}
		}
		return files;
	}

	private static byte[] table() throws IOException {
		return Files.readAllBytes(FOLDER.resolve(MedicineIndex.TABLE));
	}

}
