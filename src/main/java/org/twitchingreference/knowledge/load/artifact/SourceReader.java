package org.twitchingreference.knowledge.load.artifact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.jspecify.annotations.Nullable;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.Source;

/** The statements of the source document and the citations, by their ids. */
public final class SourceReader {

	private final Map<String, Source> byId = new LinkedHashMap<>();

	public SourceReader(Artifacts artifacts) {
		for (String library : List.of("source-document", "bibliography")) {
			String canonical = Artifacts.BASE + "Library/" + library;
			Library resource = artifacts.get(Library.class, canonical, "Library");
			String file = artifacts.file(resource);
			resource.getRelatedArtifact().forEach((artifact) -> add(artifact, file));
		}
	}

	private void add(RelatedArtifact artifact, String file) {
		String id = Optional.ofNullable(artifact.getLabel())
			.orElseThrow(() -> new KnowledgeException(file, "has a source without a label"));
		boolean document = artifact.getType() == RelatedArtifactType.DOCUMENTATION;
		String text = document ? artifact.getDisplay() : artifact.getCitation();
		if (text == null || text.isBlank()) {
			throw new KnowledgeException(file, id + " has no text");
		}
		Source.Support support = document ? Source.Support.DOCUMENT : support(artifact, file);
		String link = artifact.hasUrl() ? artifact.getUrl() : "";
		if (this.byId.put(id, new Source(id, text, link, support)) != null) {
			throw new KnowledgeException(file, id + " stands twice");
		}
	}

	private static Source.Support support(RelatedArtifact citation, String file) {
		List<String> states = Extensions.of(citation, file).texts("verification");
		return switch (states.isEmpty() ? "" : states.get(0)) {
			case "verified" -> Source.Support.VERIFIED;
			case "verified-secondary" -> Source.Support.VERIFIED_SECONDARY;
			case "not-verified" -> Source.Support.NOT_VERIFIED;
			case "source-document" -> Source.Support.DOCUMENT;
			default -> throw new KnowledgeException(file, citation.getLabel()
					+ " does not say how it was verified: write verified, verified-secondary, not-verified or source-document as its extension \"verification\"");
		};
	}

	public Source get(@Nullable String id, String referrer) {
		if (id == null) {
			throw new KnowledgeException(referrer,
					"has a \"documentation\" without a label: write the label of its source");
		}
		return Optional.ofNullable(this.byId.get(id))
			.orElseThrow(() -> new KnowledgeException(referrer, "names the source " + id
					+ ": add it to Library/Library-bibliography.json, or use a label of that file or of Library/Library-source-document.json"));
	}

	public List<Source> get(List<String> ids, String referrer) {
		return ids.stream().map((id) -> get(id, referrer)).toList();
	}

	public List<Source> all() {
		return List.copyOf(this.byId.values());
	}

}
