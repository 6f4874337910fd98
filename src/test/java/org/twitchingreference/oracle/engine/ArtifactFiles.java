package org.twitchingreference.oracle.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Resource;

/** The artifacts as the oracle reads them: the files, and nothing of the product. */
public final class ArtifactFiles {

	static final Path ROOT = Path.of("fhir-resources");

	private static final FhirContext R4 = FhirContext.forR4Cached();

	private ArtifactFiles() {
	}

	public static <T extends Resource> List<T> all(Class<T> type) {
		return files(ROOT.resolve(type.getSimpleName()), ".json").stream()
			.map((file) -> R4.newJsonParser().parseResource(type, text(file)))
			.toList();
	}

	public static List<Path> files(Path folder, String ending) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
