package org.twitchingreference.knowledge.load.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.knowledge.KnowledgeException;

/** The FHIR resources of the knowledge by canonical URL, each remembering its file. */
public final class Artifacts {

	/** The prefix of every canonical URL of this reference. */
	public static final String BASE = "http://twitchingreference.org/fhir/";

	private final Map<String, Resource> resources = new LinkedHashMap<>();

	private final Map<Resource, String> files = new HashMap<>();

	/** Parses the files, given by their path under fhir-resources. */
	public static Artifacts parse(Map<String, byte[]> contents) {
		Artifacts artifacts = new Artifacts();
		List<String> files = List.copyOf(contents.keySet());
		// Parsing is most of the work of loading, and each artifact can be parsed alone
		List<Resource> parsed = files.parallelStream()
			.map((file) -> parse(file, Objects.requireNonNull(contents.get(file))))
			.toList();
		for (int at = 0; at < files.size(); at++) {
			artifacts.add(files.get(at), parsed.get(at));
		}
		return artifacts;
	}

	private static Resource parse(String file, byte[] json) {
		try {
			IParser parser = FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());
			return (Resource) parser.parseResource(new String(json, StandardCharsets.UTF_8));
		}
		catch (DataFormatException | IllegalArgumentException | IllegalStateException | NullPointerException
				| ClassCastException ex) {
			// HAPI throws more than its own exception at broken JSON
			throw new KnowledgeException(file, "not a valid FHIR R4 resource (" + ex.getMessage() + ")", ex);
		}
	}

	private void add(String file, Resource resource) {
		String type = resource.fhirType();
		String id = resource.getIdElement().getIdPart();
		String expected = type + "/" + type + "-" + id + ".json";
		if (!file.equals(expected)) {
			throw new KnowledgeException(file, "holds " + type + "/" + id + " and must be named " + expected);
		}
		this.resources.put(BASE + type + "/" + id, resource);
		this.files.put(resource, file);
		ArtifactMetadata.check(resource, file);
	}

	public <T extends Resource> List<T> all(Class<T> type) {
		return this.resources.values().stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** The resource that the canonical names, which must exist and be of the type. */
	public <T extends Resource> T get(Class<T> type, String canonical, String referrer) {
		return Optional.ofNullable(this.resources.get(canonical))
			.filter(type::isInstance)
			.map(type::cast)
			.orElseThrow(() -> new KnowledgeException(referrer, "names " + canonical + ", and there is no such "
					+ type.getSimpleName() + ": correct the name, or add it"));
	}

	/**
	 * Reads one artifact. An error that no check foresaw is reported with the file too.
	 */
	public <R extends Resource, T> T read(R resource, Function<R, T> reader) {
		try {
			return reader.apply(resource);
		}
		catch (KnowledgeException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new KnowledgeException(file(resource), "cannot be understood (" + ex.getMessage() + ")", ex);
		}
	}

	public String file(Resource resource) {
		return this.files.getOrDefault(resource, resource.fhirType());
	}

	public Collection<Resource> all() {
		return this.resources.values();
	}

}
