package org.twitchingreference.knowledge.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.rxnorm.ClinicalDrugFile;
import org.twitchingreference.knowledge.rxnorm.RxNormProperties;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the knowledge from the class path, once. Whoever calls {@code begin} early lets
 * it load while the server starts.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RxNormProperties.class)
public class KnowledgeConfiguration {

	private static final String FOLDER = "fhir-resources/";

	private static final FutureTask<Knowledge> LOADING = new FutureTask<>(KnowledgeConfiguration::load);

	/**
	 * Loads the knowledge unless that is done or under way. It never throws: where
	 * loading failed, {@link #knowledge} says why.
	 */
	static void begin() {
		LOADING.run();
	}

	/** The knowledge of this server, with the operator's table of clinical drugs. */
	@Bean
	static Knowledge knowledgeOfThisServer(RxNormProperties properties) {
		Knowledge knowledge = knowledge();
		return properties.rxnormTable().isEmpty() ? knowledge : with(knowledge, properties.rxnormTable());
	}

	/**
	 * The same with the table of this file.
	 * @throws KnowledgeException where it is no such table
	 */
	public static Knowledge with(Knowledge knowledge, String rxnormTable) {
		return knowledge.with(ClinicalDrugFile.read(rxnormTable, knowledge.medicines()));
	}

	/**
	 * The knowledge of this build.
	 * @throws KnowledgeException naming the file, when an artifact is broken
	 */
	public static Knowledge knowledge() {
		begin();
		try {
			return LOADING.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException broken) ? broken : new IllegalStateException(ex);
		}
	}

	/** Reads and checks all of it afresh. */
	public static Knowledge load() {
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
