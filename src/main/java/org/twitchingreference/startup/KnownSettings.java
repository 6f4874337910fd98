package org.twitchingreference.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.LevenshteinDistance;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The settings of Spring Boot and its libraries, by their names without hyphens: the
 * metadata that their jars hold for editors.
 */
record KnownSettings(Map<String, String> names) {

	private static final String METADATA = "classpath*:META-INF/spring-configuration-metadata.json";

	/** How many letters may be wrong, missing or extra. */
	private static final int MOST_SLIPS = 2;

	static KnownSettings read() {
		JsonMapper json = new JsonMapper();
		try {
			return new KnownSettings(Stream.of(new PathMatchingResourcePatternResolver().getResources(METADATA))
				.flatMap((resource) -> names(resource, json))
				.collect(Collectors.toMap(KnownSettings::plain, Function.identity(), (one, other) -> one,
						TreeMap::new)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> names(Resource resource, JsonMapper json) {
		try {
			return json.readTree(resource.getContentAsByteArray())
				.path("properties")
				.valueStream()
				.map((property) -> property.path("name").asString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether it is one of them, or an entry of a list or map that is one. */
	boolean contains(String name) {
		String group = plain(name);
		while (!this.names.containsKey(group) && group.matches(".*[.\\[].*")) {
			group = group.replaceFirst("[.\\[][^.\\[]*$", "");
		}
		return this.names.containsKey(group);
	}

	Optional<String> nearest(String name) {
		String plain = plain(name);
		return this.names.entrySet()
			.stream()
			.filter((known) -> slips(known.getKey(), plain) <= MOST_SLIPS)
			.min(Comparator.comparingInt((known) -> slips(known.getKey(), plain)))
			.map(Map.Entry::getValue);
	}

	static String plain(String name) {
		return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
	}

	private static int slips(String one, String other) {
		return LevenshteinDistance.getDefaultInstance().apply(one, other);
	}

}
