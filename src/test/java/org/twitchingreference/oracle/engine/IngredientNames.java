package org.twitchingreference.oracle.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.cql.engine.runtime.Code;

/** The names and brand names that the value sets give their ingredients. */
final class IngredientNames {

	private static final Set<String> SYSTEMS = Set.of("http://www.nlm.nih.gov/research/umls/rxnorm",
			"http://www.whocc.no/atc", "http://twitchingreference.org/fhir/CodeSystem/outside-medicine");

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final int MOST_WORDS = 4;

	private final Map<String, Set<Code>> byName = new HashMap<>();

	private final Map<String, String> nameOf = new HashMap<>();

	private final Set<String> empty;

	/** Words by which a medicine may not be in use, one after the other. */
	private final Pattern notInUse;

	IngredientNames(List<ValueSet> valueSets, List<CodeSystem> codeSystems) {
		this.empty = words(codeSystems, "/medicine-word");
		this.notInUse = Pattern
			.compile("^ (?:no|not|none) | (?:" + String.join("|", words(codeSystems, "/use-word")) + ") ");
		for (ValueSet set : valueSets) {
			for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
				if (include.hasSystem() && SYSTEMS.contains(include.getSystem())) {
					include.getConcept().forEach((concept) -> add(include.getSystem(), concept));
				}
			}
		}
	}

	private static Set<String> words(List<CodeSystem> codeSystems, String url) {
		return codeSystems.stream()
			.filter((system) -> system.getUrl().endsWith(url))
			.flatMap((system) -> system.getConcept().stream())
			.map(CodeSystem.ConceptDefinitionComponent::getCode)
			.collect(Collectors.toSet());
	}

	/** Whether a name says that the medicine may not be in use. */
	boolean saysNotInUse(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
		return this.notInUse.matcher(" " + String.join(" ", words(plain)) + " ").find();
	}

	private void add(String system, ValueSet.ConceptReferenceComponent concept) {
		Code code = new Code().withSystem(system).withCode(concept.getCode());
		this.nameOf.put(system + "|" + concept.getCode(), concept.getDisplay());
		name(concept.getDisplay(), code);
		concept.getDesignation().forEach((designation) -> name(designation.getValue(), code));
	}

	private void name(String name, Code code) {
		this.byName.computeIfAbsent(String.join(" ", spelled(name)), (absent) -> new LinkedHashSet<>()).add(code);
	}

	/** Words of six letters and more without what differs between languages. */
	private static List<String> spelled(String text) {
		return words(text).stream()
			.map((word) -> (word.length() < 6) ? word
					: word.replaceAll("ph", "f")
						.replaceAll("([tc])h", "$1")
						.replace('y', 'i')
						.replaceAll("(.)\\1+", "$1")
						.replaceFirst("[aeo]$", ""))
			.toList();
	}

	/** Whether a text has none but words of the set, numbers and single letters. */
	boolean namesNothing(String text) {
		return words(text).stream().allMatch((word) -> this.empty.contains(word) || word.matches("[a-z]|[0-9]+"));
	}

	private static List<String> words(String text) {
		return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter((word) -> !word.isEmpty()).toList();
	}

	/**
	 * The ingredients whose name stands in a text as whole words; a name that is the
	 * beginning or a part of a longer one there is not meant.
	 */
	List<Code> in(String text) {
		List<String> words = spelled(text);
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
