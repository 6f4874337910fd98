package org.twitchingreference.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Loads the knowledge from the class path when the server starts. */
@Configuration(proxyBeanMethods = false)
public class KnowledgeConfiguration {

	private static final String FOLDER = "fhir-resources/";

	/**
	 * The knowledge of this build.
	 * @throws KnowledgeException naming the file, when an artifact is broken
	 */
	@Bean
	public static Knowledge knowledge() {
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
		try {
			Map<String, byte[]> files = Stream.of(resolver.getResources("classpath:" + FOLDER + "*/*.json"))
				.parallel()
				.collect(Collectors.toMap(KnowledgeConfiguration::file, KnowledgeConfiguration::bytes));
			return KnowledgeLoader.load(new TreeMap<>(files),
					bytes(resolver.getResource("classpath:" + FOLDER + MedicineIndex.TABLE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String file(Resource resource) {
		try {
			String path = resource.getURL().toString();
			return path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] bytes(Resource resource) {
		try {
			return resource.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new KnowledgeException(file(resource), "cannot be read", ex);
		}
	}

}
