package org.twitchingreference.knowledge.load;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.Analyte;
import org.twitchingreference.knowledge.Derivation;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.load.artifact.Artifacts;
import org.twitchingreference.knowledge.load.artifact.CodeSetReader;
import org.twitchingreference.knowledge.load.artifact.Extensions;
import org.twitchingreference.knowledge.load.artifact.SourceReader;
import org.twitchingreference.knowledge.orders.LaboratoryReports;
import org.twitchingreference.knowledge.orders.LaboratoryReports.Panel;
import org.twitchingreference.knowledge.orders.ResultNames;

/** All analytes, by id and by the value set of their codes. */
final class AnalyteArtifacts {

	private static final String REFERRER = "fhir-resources";

	private final Map<String, Analyte> byId = new LinkedHashMap<>();

	private final Map<String, Analyte> byCodes = new HashMap<>();

	AnalyteArtifacts(Artifacts artifacts, CodeSetReader codeSets, SourceReader sources) {
		AnalyteReader reader = new AnalyteReader(artifacts, codeSets, sources);
		artifacts.all(ObservationDefinition.class)
			.forEach((definition) -> add(artifacts.read(definition, reader::read)));
		this.byId.values().forEach(this::checkNeeds);
		this.byId.replaceAll((id, analyte) -> withUnitsOfTotal(analyte));
	}

	Map<String, Analyte> byId() {
		return this.byId;
	}

	/** The analyte whose codes are those of the value set. */
	Analyte byCodes(String valueSet, String referrer) {
		return Optional.ofNullable(this.byCodes.get(valueSet))
			.orElseThrow(() -> new KnowledgeException(referrer, "looks for a result of " + valueSet
					+ ", which are the codes of no ObservationDefinition: name the value set of an analyte, or add its ObservationDefinition"));
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
	private Analyte withUnitsOfTotal(Analyte analyte) {
		return analyte.derivation()
			.filter(Derivation.AlbuminAdjusted.class::isInstance)
			.map((derivation) -> analyte
				.withUnitsAndRangesOf(byCanonical(derivation.needs().get(0), "ObservationDefinition " + analyte.id())))
			.orElse(analyte);
	}

	/** What a laboratory's report may hold, by its panel and by its name. */
	LaboratoryReports reports(Artifacts artifacts, CodeSetReader codeSets) {
		List<Panel> panels = artifacts.all(ValueSet.class)
			.stream()
			.filter(ValueSet::hasExtension)
			.map((set) -> artifacts.read(set, (one) -> panel(one, artifacts.file(one), codeSets)))
			.filter((panel) -> !panel.analytes().isEmpty())
			.toList();
		List<Analyte> measured = this.byId.values()
			.stream()
			.filter((analyte) -> analyte.kind() == Analyte.Kind.LABORATORY && analyte.codes().isPresent())
			.toList();
		Map<String, List<String>> names = measured.stream().collect(Collectors.toMap(Analyte::id, Analyte::names));
		Set<String> other = words("other-reports", codeSets);
		Set<String> otherResults = Stream.concat(other.stream(), words("other-results", codeSets).stream())
			.collect(Collectors.toSet());
		return new LaboratoryReports(panels, set("laboratory-reports", codeSets), names, other,
				words("chemistry-reports", codeSets),
				new ResultNames(names, measured.stream().collect(Collectors.toMap(Analyte::id, Analyte::shortNames)),
						words("blood-words", codeSets), otherResults, specimens(artifacts)));
	}

	/** The words and codes of specimens other than blood, and what they are called. */
	private static Map<String, String> specimens(Artifacts artifacts) {
		return artifacts.get(ValueSet.class, Artifacts.BASE + "ValueSet/other-specimens", REFERRER)
			.getCompose()
			.getInclude()
			.stream()
			.flatMap((include) -> include.getConcept().stream())
			.collect(Collectors.toMap(ConceptReferenceComponent::getCode, ConceptReferenceComponent::getDisplay));
	}

	private Panel panel(ValueSet set, String file, CodeSetReader codeSets) {
		return new Panel(codeSets.get(set.getUrl(), file),
				new Extensions(set.getExtension(), file).texts("panel-member")
					.stream()
					.map((canonical) -> byCanonical(canonical, file).id())
					.collect(Collectors.toSet()));
	}

	private static Set<String> words(String id, CodeSetReader codeSets) {
		return set(id, codeSets).codes().stream().map(Code::code).collect(Collectors.toSet());
	}

	private static CodeSet set(String id, CodeSetReader codeSets) {
		return codeSets.get(Artifacts.BASE + "ValueSet/" + id, REFERRER);
	}

}
