package org.twitchingreference.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

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
			Map<String, byte[]> files = new TreeMap<>();
			for (Resource resource : resolver.getResources("classpath:" + FOLDER + "*/*.json")) {
				String path = resource.getURL().toString();
				String file = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
				files.put(file, Artifacts.bytes(file, resource.getInputStream()));
			}
			Resource table = resolver.getResource("classpath:" + FOLDER + MedicineIndex.TABLE);
			return KnowledgeLoader.load(files, Artifacts.bytes(MedicineIndex.TABLE, table.getInputStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
