package org.twitchingreference.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.fhir.FieldFault;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** A YAML file with one document: its values by field, and their line numbers. */
record YamlFile(MapPropertySource values, FieldLines lines) {

	private static final String NO_MAPPING = "write plain YAML of `key: value` lines";

	private static final String ONE_EHR = "describe exactly one EHR";

	private static final Pattern WITH_TAB = Pattern.compile(".*\\t.*");

	static YamlFile load(Path file) {
		try {
			List<PropertySource<?>> documents = new YamlPropertySourceLoader().load(file.toString(),
					new FileSystemResource(file));
			if (documents.size() == 1 && documents.get(0) instanceof MapPropertySource document
					&& document.getPropertyNames().length > 0) {
				return mapping(document);
			}
			throw new UnreadableYamlException(FieldFault.MALFORMED, ONE_EHR);
		}
		catch (DuplicateKeyException ex) {
			throw new UnreadableYamlException(line(ex), FieldFault.DUPLICATE,
					"remove the key that is there already, or give both values under one");
		}
		catch (MarkedYAMLException ex) {
			throw at(line(ex), file);
		}
		catch (YAMLException | IllegalStateException ex) {
			throw new UnreadableYamlException(FieldFault.NOT_YAML, NO_MAPPING);
		}
		catch (IOException ex) {
			throw new UnreadableYamlException(FieldFault.UNREADABLE, "make the file readable");
		}
	}

	/**
	 * Refuses a file that is a list or plain text, to which Spring gives the property
	 * name "document".
	 */
	private static YamlFile mapping(MapPropertySource document) {
		if (Stream.of(document.getPropertyNames()).anyMatch((name) -> name.matches("document(\\[.*)?"))) {
			throw new UnreadableYamlException(FieldFault.NOT_YAML, NO_MAPPING);
		}
		return new YamlFile(document, lines(document));
	}

	private static int line(MarkedYAMLException failure) {
		return Optional.ofNullable(failure.getProblemMark()).map((mark) -> mark.getLine() + 1).orElse(1);
	}

	Stream<String> fields() {
		return Stream.of(this.values.getPropertyNames());
	}

	private static FieldLines lines(MapPropertySource document) {
		return new FieldLines(Stream.of(document.getPropertyNames())
			.flatMap((name) -> line(document, name).map((line) -> Map.entry(name, line)).stream())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	private static Optional<Integer> line(MapPropertySource document, String name) {
		return (OriginLookup.getOrigin(document, name) instanceof TextResourceOrigin origin)
				? Optional.ofNullable(origin.getLocation()).map((location) -> location.getLine() + 1)
				: Optional.empty();
	}

	private static UnreadableYamlException at(int line, Path file) {
		if (text(file, line).filter((text) -> WITH_TAB.matcher(text).matches()).isPresent()) {
			return new UnreadableYamlException(line, FieldFault.TAB, "put spaces in place of the tab");
		}
		return new UnreadableYamlException(line, FieldFault.NOT_YAML,
				"correct the YAML there or just above: indentation, a colon, quotes, a key that is there twice");
	}

	private static Optional<String> text(Path file, int line) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.skip(line - 1L).findFirst();
		}
		catch (IOException | UncheckedIOException ex) {
			return Optional.empty();
		}
	}

}
