package org.twitchingreference.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.cql.engine.runtime.Code;

/** The names and brand names that the value sets give their ingredients. */
final class IngredientNames {

	private static final Set<String> SYSTEMS = Set.of("http://www.nlm.nih.gov/research/umls/rxnorm",
			"http://www.whocc.no/atc");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final int MOST_WORDS = 4;

	private final Map<String, Set<Code>> byName = new HashMap<>();

	private final Map<String, String> nameOf = new HashMap<>();

	IngredientNames(List<ValueSet> valueSets) {
		for (ValueSet set : valueSets) {
			for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
				if (include.hasSystem() && SYSTEMS.contains(include.getSystem())) {
					include.getConcept().forEach((concept) -> add(include.getSystem(), concept));
				}
			}
		}
	}

	private void add(String system, ValueSet.ConceptReferenceComponent concept) {
		Code code = new Code().withSystem(system).withCode(concept.getCode());
		this.nameOf.put(system + "|" + concept.getCode(), concept.getDisplay());
		name(concept.getDisplay(), code);
		concept.getDesignation().forEach((designation) -> name(designation.getValue(), code));
	}

	private void name(String name, Code code) {
		this.byName.computeIfAbsent(String.join(" ", words(name)), (absent) -> new LinkedHashSet<>()).add(code);
	}

	private static List<String> words(String text) {
		return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter((word) -> !word.isEmpty()).toList();
	}

	/**
	 * The ingredients whose name stands in a text as whole words; a name that is the
	 * beginning or a part of a longer one there is not meant.
	 */
	List<Code> in(String text) {
		List<String> words = words(text);
		List<Code> found = new ArrayList<>();
		int first = 0;
		while (first < words.size()) {
			int end = Math.min(words.size(), first + MOST_WORDS);
			while (end > first && !this.byName.containsKey(String.join(" ", words.subList(first, end)))) {
				end--;
			}
			found.addAll(this.byName.getOrDefault(String.join(" ", words.subList(first, end)), Set.of()));
			first = Math.max(end, first + 1);
		}
		return found;
	}

	/** The name of an ingredient, or its code where the value sets name none. */
	String of(Code code) {
		return this.nameOf.getOrDefault(code.getSystem() + "|" + code.getCode(), String.valueOf(code.getCode()));
	}

}
