package org.twitchingreference.knowledge.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.hl7.fhir.r4.model.ObservationDefinition;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.KnowledgeException;

/** All analytes, by id and by the value set of their codes. */
final class AnalyteArtifacts {

	private final Map<String, Analyte> byId = new LinkedHashMap<>();

	private final Map<String, Analyte> byCodes = new HashMap<>();

	AnalyteArtifacts(Artifacts artifacts, CodeSetReader codeSets, SourceReader sources) {
		AnalyteReader reader = new AnalyteReader(artifacts, codeSets, sources);
		artifacts.all(ObservationDefinition.class)
			.forEach((definition) -> add(artifacts.read(definition, reader::read)));
		this.byId.values().forEach(this::checkNeeds);
		this.byId.replaceAll((id, analyte) -> judgedLikeTotal(analyte));
	}

	Map<String, Analyte> byId() {
		return this.byId;
	}

	/** The analyte whose codes are those of the value set. */
	Analyte byCodes(String valueSet, String referrer) {
		return Optional.ofNullable(this.byCodes.get(valueSet))
			.orElseThrow(() -> new KnowledgeException(referrer, "no ObservationDefinition has the codes " + valueSet));
	}

	/** The analyte that the canonical of an ObservationDefinition names. */
	Analyte byCanonical(String canonical, String referrer) {
		String id = canonical.substring(canonical.lastIndexOf('/') + 1);
		return Optional.ofNullable(this.byId.get(id))
			.orElseThrow(() -> new KnowledgeException(referrer, "there is no ObservationDefinition " + id));
	}

	private void add(Analyte analyte) {
		this.byId.put(analyte.id(), analyte);
		analyte.codes().map((codes) -> Artifacts.BASE + "ValueSet/" + codes.id()).ifPresent((valueSet) -> {
			Analyte other = this.byCodes.put(valueSet, analyte);
			if (other != null) {
				throw new KnowledgeException("ObservationDefinition",
						"'" + other.id() + "' and '" + analyte.id() + "' both have the codes " + valueSet);
			}
		});
	}

	private void checkNeeds(Analyte analyte) {
		analyte.derivation()
			.ifPresent((derivation) -> derivation.needs()
				.forEach((need) -> byCanonical(need, "ObservationDefinition " + analyte.id())));
	}

	/**
	 * An albumin-adjusted calcium takes its units and ranges from total calcium, so that
	 * they exist once.
	 */
	private Analyte judgedLikeTotal(Analyte analyte) {
		return analyte.derivation()
			.filter(Derivation.AlbuminAdjusted.class::isInstance)
			.map((derivation) -> analyte
				.judgedLike(byCanonical(derivation.needs().get(0), "ObservationDefinition " + analyte.id())))
			.orElse(analyte);
	}

}
