package org.twitchingreference.knowledge.load.artifact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.KnowledgeException;

/**
 * Expands the value sets: explicit concepts, included value sets, whole code systems of
 * this reference, and is-a filters of the systems whose codes begin with their parent's.
 */
public final class CodeSetReader {

	private static final Set<String> HIERARCHICAL = Set.of("http://hl7.org/fhir/sid/icd-10-cm",
			"http://hl7.org/fhir/sid/icd-10", "http://www.whocc.no/atc");

	private final Artifacts artifacts;

	private final Map<String, CodeSet> expanded = new HashMap<>();

	private final Deque<String> open = new ArrayDeque<>();

	public CodeSetReader(Artifacts artifacts) {
		this.artifacts = artifacts;
	}

	/** The codes of the value set that the canonical names. */
	public CodeSet get(String canonical, String referrer) {
		CodeSet known = this.expanded.get(canonical);
		if (known != null) {
			return known;
		}
		ValueSet valueSet = this.artifacts.get(ValueSet.class, canonical, referrer);
		if (this.open.contains(canonical)) {
			throw new KnowledgeException(this.artifacts.file(valueSet), "includes itself");
		}
		this.open.push(canonical);
		CodeSet codes = this.artifacts.read(valueSet, this::expand);
		this.open.pop();
		this.expanded.put(canonical, codes);
		return codes;
	}

	private CodeSet expand(ValueSet valueSet) {
		String file = this.artifacts.file(valueSet);
		CodeSet codes = new CodeSet(valueSet.getIdElement().getIdPart(), valueSet.getTitle(), Set.of(), Map.of());
		for (ConceptSetComponent include : valueSet.getCompose().getInclude()) {
			for (CanonicalType included : include.getValueSet()) {
				codes = codes.and(get(included.getValue(), file));
			}
			if (include.hasSystem()) {
				codes = codes.and(include(codes, include, file));
			}
		}
		if (codes.codes().isEmpty() && codes.roots().isEmpty()) {
			throw new KnowledgeException(file, "has no codes: write compose.include with a system and concepts");
		}
		return codes;
	}

	private CodeSet include(CodeSet of, ConceptSetComponent include, String file) {
		Set<Code> codes = new HashSet<>();
		Set<String> roots = new HashSet<>();
		include.getConcept().forEach((concept) -> codes.add(new Code(include.getSystem(), concept.getCode())));
		include.getFilter().forEach((filter) -> roots.add(root(include.getSystem(), filter, file)));
		if (!include.hasConcept() && !include.hasFilter()) {
			codes.addAll(whole(include.getSystem(), file));
		}
		return new CodeSet(of.id(), of.title(), codes, roots.isEmpty() ? Map.of() : Map.of(include.getSystem(), roots));
	}

	private Set<Code> whole(String system, String file) {
		Set<Code> codes = new HashSet<>();
		this.artifacts.get(CodeSystem.class, system, file)
			.getConcept()
			.forEach((concept) -> codes.add(new Code(system, concept.getCode())));
		return codes;
	}

	private static String root(String system, ConceptSetFilterComponent filter, String file) {
		if (!HIERARCHICAL.contains(system) || filter.getOp() != FilterOperator.ISA || filter.getValue().isBlank()) {
			throw new KnowledgeException(file,
					"uses a filter this reference cannot expand; only is-a of ICD-10, ICD-10-CM or ATC");
		}
		return filter.getValue();
	}

}
