package org.twitchingreference.sandbox.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One Bundle on the classpath or in a folder, as JSON or as JSON in gzip. */
record ChartFile(Resource resource) {

	/** The hand-made charts. */
	static List<ChartFile> builtIn() {
		try {
			Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:charts/*.json");
			return Arrays.stream(found).map(ChartFile::new).toList();
		}
		catch (IOException ex) {
			throw new UnusableChartException("classpath:charts/*.json", ex);
		}
	}

	static List<ChartFile> in(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.filter(ChartFile::isChart)
				.sorted()
				.map((file) -> new ChartFile(new FileSystemResource(file)))
				.toList();
		}
		catch (IOException ex) {
			throw new UnusableChartException(directory + "/*", "the folder cannot be listed");
		}
	}

	private static boolean isChart(Path file) {
		String name = file.toString();
		return name.endsWith(".json") || name.endsWith(".json.gz");
	}

	String name() {
		return Objects.requireNonNullElse(this.resource.getFilename(), this.resource.getDescription());
	}

	/** The JSON with its relative dates counted from today. */
	String json(LocalDate today) {
		try (InputStream stream = open()) {
			return ChartDates.replace(new String(stream.readAllBytes(), StandardCharsets.UTF_8), today);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new UnusableChartException(name(), ex);
		}
	}

	private InputStream open() throws IOException {
		InputStream stream = this.resource.getInputStream();
		return name().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
	}

}
