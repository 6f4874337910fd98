package org.twitchingreference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.twitchingreference.assessment.ClinicalCase;
import org.twitchingreference.oracle.engine.ArtifactFiles;
import org.twitchingreference.sandbox.chart.ChartDates;

/** The charts whose outcome somebody wrote down, and the charts of the sandbox. */
public final class GoldenCharts {

	private static final Path RESOURCES = Path.of("src/test/resources");

	private GoldenCharts() {
	}

	public static Stream<Golden> all(LocalDate today) {
		Stream<Golden> cases = ClinicalCase.all().map((given) -> new Golden(given.toString(), given.json(today)));
		Stream<Golden> charts = files("charts", ".json")
			.map((file) -> new Golden(name(file), ChartDates.replace(ArtifactFiles.text(file), today)));
		Stream<Golden> patients = files("patients", ".json.gz").map((file) -> new Golden(name(file), unpacked(file)));
		return Stream.of(cases, charts, patients).flatMap((some) -> some);
	}

	private static Stream<Path> files(String folder, String ending) {
		List<Path> files = ArtifactFiles.files(RESOURCES.resolve(folder), ending);
		return files.stream();
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

	private static String unpacked(Path file) {
		try (GZIPInputStream packed = new GZIPInputStream(Files.newInputStream(file))) {
			return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A Bundle and what it is called. */
	public record Golden(String name, String bundle) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
