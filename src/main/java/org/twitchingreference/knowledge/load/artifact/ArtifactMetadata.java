package org.twitchingreference.knowledge.load.artifact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.knowledge.KnowledgeException;

/**
 * The metadata of every artifact: url, version, status, date, publisher. R4's
 * ObservationDefinition has no elements for it and carries the standard extensions
 * instead, as R5's elements are carried in R4.
 */
final class ArtifactMetadata {

	private static final String EXTENSION = "http://hl7.org/fhir/StructureDefinition/artifact-";

	private ArtifactMetadata() {
	}

	static void check(Resource resource, String file) {
		Map<String, String> given = (resource instanceof MetadataResource artifact) ? elements(artifact)
				: extensions((DomainResource) resource);
		given.forEach((name, value) -> {
			if (value.isBlank()) {
				throw new KnowledgeException(file, "does not give its " + name + ": write " + place(resource, name));
			}
		});
		String url = Artifacts.BASE + resource.fhirType() + "/" + resource.getIdElement().getIdPart();
		if (!url.equals(given.get("url"))) {
			throw new KnowledgeException(file, "must have the url " + url);
		}
	}

	private static String place(Resource resource, String name) {
		return (resource instanceof MetadataResource) ? '"' + name + '"' : "the extension " + EXTENSION + name;
	}

	private static Map<String, String> elements(MetadataResource artifact) {
		Map<String, String> given = new LinkedHashMap<>();
		given.put("url", text(artifact.getUrl()));
		given.put("version", text(artifact.getVersion()));
		given.put("status", (artifact.getStatus() != null) ? artifact.getStatus().toCode() : "");
		given.put("date", text(artifact.getDateElement().getValueAsString()));
		given.put("publisher", text(artifact.getPublisher()));
		return given;
	}

	private static Map<String, String> extensions(DomainResource resource) {
		Map<String, String> given = new LinkedHashMap<>();
		given.put("url", extension(resource, "url"));
		given.put("version", extension(resource, "version"));
		given.put("status",
				resource.getModifierExtension()
					.stream()
					.filter((extension) -> extension.getUrl().equals(EXTENSION + "status"))
					.map(ArtifactMetadata::value)
					.findFirst()
					.orElse(""));
		given.put("date", extension(resource, "date"));
		given.put("publisher", extension(resource, "publisher"));
		return given;
	}

	private static String extension(DomainResource resource, String name) {
		return resource.getExtensionsByUrl(EXTENSION + name)
			.stream()
			.map(ArtifactMetadata::value)
			.findFirst()
			.orElse("");
	}

	private static String value(Extension extension) {
		return extension.hasValue() ? text(extension.getValue().primitiveValue()) : "";
	}

	private static String text(@Nullable String text) {
		return Objects.toString(text, "");
	}

}
