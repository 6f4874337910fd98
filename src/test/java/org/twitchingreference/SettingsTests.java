package org.twitchingreference;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Each setting is bound by a record, and docs/settings.md says once what it does. */
class SettingsTests {

	private static final String ROOT = "org.twitchingreference";

	/** The first cell of a row: one full name, and perhaps others in its group. */
	private static final Pattern ROW = Pattern.compile("(?m)^\\| (`twitching\\.[^|]*) \\|");

	private static final Pattern NAME = Pattern.compile("`([a-z0-9.-]+)`");

	@Test
	void eachIsDocumentedOnceAndNoOther() throws IOException {
		assertThat(documented()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(bound().toList());
	}

	@Test
	void allHaveOnePrefix() {
		assertThat(records()
			.map((settings) -> Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value()))
			.isNotEmpty()
			.allMatch((prefix) -> prefix.equals("twitching") || prefix.startsWith("twitching."));
	}

	/**
	 * By this name the start finds them, which refuses settings that none of them reads.
	 */
	@Test
	void eachRecordSaysByItsNameWhatItIs() {
		assertThat(records().map(Class::getSimpleName)).isNotEmpty().allMatch((name) -> name.endsWith("Properties"));
	}

	private static List<String> documented() throws IOException {
		return ROW.matcher(Files.readString(Path.of("docs", "settings.md")))
			.results()
			.flatMap((row) -> names(row.group(1)))
			.toList();
	}

	/** A name without its group belongs to the group of the first one. */
	private static Stream<String> names(String cell) {
		List<String> names = NAME.matcher(cell).results().map((name) -> name.group(1)).toList();
		String group = names.get(0).substring(0, names.get(0).lastIndexOf('.') + 1);
		return names.stream().map((name) -> name.startsWith("twitching.") ? name : group + name);
	}

	private static Stream<String> bound() {
		return records().flatMap((settings) -> names(
				Objects.requireNonNull(settings.getAnnotation(ConfigurationProperties.class)).value(), settings));
	}

	private static Stream<Class<?>> records() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		return scanner.findCandidateComponents(ROOT)
			.stream()
			.<Class<?>>map(
					(found) -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null))
			.filter(Class::isRecord);
	}

	private static Stream<String> names(String prefix, Class<?> settings) {
		return Arrays.stream(settings.getRecordComponents()).flatMap((setting) -> names(prefix, setting));
	}

	private static Stream<String> names(String prefix, RecordComponent setting) {
		String name = prefix + "." + dashed(setting.getName());
		return setting.getType().isRecord() ? names(name, setting.getType()) : Stream.of(name);
	}

	private static String dashed(String name) {
		String dashed = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
		return ConfigurationPropertyName.of(dashed).toString();
	}

}
