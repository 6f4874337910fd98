package org.twitchingreference.oracle.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.terminology.CodeSystemInfo;
import org.opencds.cqf.cql.engine.terminology.TerminologyProvider;
import org.opencds.cqf.cql.engine.terminology.ValueSetInfo;

/**
 * The value sets for the CQL engine, read from the artifacts once more and in another way
 * than the product does: for each code the sets that hold it.
 */
final class ValueSets implements TerminologyProvider {

	private final Map<String, ValueSet> byUrl;

	private final Map<String, Set<String>> setsOfCode = new HashMap<>();

	/** Codes that stand for all that begin with them, with their system. */
	private final Map<String, Set<String>> setsOfPrefix = new HashMap<>();

	private int longestPrefix;

	ValueSets(List<ValueSet> valueSets, List<CodeSystem> codeSystems) {
		this.byUrl = new HashMap<>();
		valueSets.forEach((set) -> this.byUrl.put(set.getUrl(), set));
		valueSets.forEach((set) -> add(set.getUrl(), set, codeSystems));
	}

	private void add(String url, ValueSet set, List<CodeSystem> codeSystems) {
		for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
			for (CanonicalType other : include.getValueSet()) {
				add(url, valueSet(other.getValue()), codeSystems);
			}
			include.getConcept().forEach((concept) -> code(include.getSystem(), concept.getCode(), url));
			include.getFilter().forEach((filter) -> prefix(include.getSystem(), filter.getValue(), url));
			if (include.hasSystem() && !include.hasConcept() && !include.hasFilter()) {
				codeSystems.stream()
					.filter((system) -> system.getUrl().equals(include.getSystem()))
					.flatMap((system) -> system.getConcept().stream())
					.forEach((concept) -> code(include.getSystem(), concept.getCode(), url));
			}
		}
	}

	private ValueSet valueSet(String url) {
		ValueSet set = this.byUrl.get(url);
		if (set == null) {
			throw new IllegalStateException("There is no value set " + url);
		}
		return set;
	}

	private void code(String system, String code, String url) {
		this.setsOfCode.computeIfAbsent(key(system, code), (key) -> new HashSet<>()).add(url);
	}

	private void prefix(String system, String prefix, String url) {
		this.setsOfPrefix.computeIfAbsent(key(system, prefix), (key) -> new HashSet<>()).add(url);
		this.longestPrefix = Math.max(this.longestPrefix, prefix.length());
	}

	private static String key(String system, String code) {
		return system + "|" + code;
	}

	/** The addresses of the sets that hold a code. */
	Set<String> of(String system, String code) {
		Set<String> exact = this.setsOfCode.getOrDefault(key(system, code), Set.of());
		List<Set<String>> more = new ArrayList<>();
		for (int length = 1; length <= Math.min(code.length(), this.longestPrefix); length++) {
			Set<String> sets = this.setsOfPrefix.get(key(system, code.substring(0, length)));
			if (sets != null) {
				more.add(sets);
			}
		}
		if (more.isEmpty()) {
			return exact;
		}
		Set<String> all = new HashSet<>(exact);
		more.forEach(all::addAll);
		return all;
	}

	boolean exists(String url) {
		return this.byUrl.containsKey(url);
	}

	@Override
	public boolean in(Code code, ValueSetInfo valueSet) {
		return code.getSystem() != null && code.getCode() != null
				&& of(code.getSystem(), code.getCode()).contains(valueSet.getId());
	}

	@Override
	public Iterable<Code> expand(ValueSetInfo valueSet) {
		throw new UnsupportedOperationException("The CQL asks whether a code is in a value set, never for all codes");
	}

	@Override
	public Code lookup(Code code, CodeSystemInfo codeSystem) {
		throw new UnsupportedOperationException("The CQL looks up no display");
	}

}
