package org.twitchingreference.knowledge;

import java.util.Locale;

import org.hl7.fhir.r4.model.ActivityDefinition;

/** Reads the ActivityDefinitions: the tests and the options. */
final class Activities {

	private final Artifacts artifacts;

	private final Analytes analytes;

	private final Sources sources;

	Activities(Artifacts artifacts, Analytes analytes, Sources sources) {
		this.artifacts = artifacts;
		this.analytes = analytes;
		this.sources = sources;
	}

	Activity read(ActivityDefinition definition) {
		String file = this.artifacts.file(definition);
		Extensions extensions = new Extensions(definition.getExtension(), file);
		String kind = definition.getTopicFirstRep().getCodingFirstRep().getCode();
		if (!"test".equals(kind) && !"option".equals(kind)) {
			throw new KnowledgeException(file, "must be a test or an option (topic)");
		}
		return new Activity(definition.getIdElement().getIdPart(), Activity.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
				definition.getTitle(), definition.getDescription(),
				extensions.texts("produces")
					.stream()
					.map((canonical) -> this.analytes.byCanonical(canonical, file).id())
					.toList(),
				this.sources.get(extensions.texts("source"), file));
	}

}
