package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON files below a folder by their path in it, in alphabetical order. */
final class ArtifactFiles {

	static final Path FOLDER = Path.of("fhir-resources");

	private ArtifactFiles() {
	}

	static Map<String, String> in(Path folder) {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : paths.filter((candidate) -> candidate.toString().endsWith(".json")).toList()) {
				files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

}
