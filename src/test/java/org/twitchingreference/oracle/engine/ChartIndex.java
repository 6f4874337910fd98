package org.twitchingreference.oracle.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one Bundle by type, and by type and value set of their code. */
final class ChartIndex {

	private final Map<String, List<Object>> resources = new HashMap<>();

	ChartIndex(Bundle bundle, ValueSets valueSets) {
		add("Bundle", bundle);
		for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
			Resource resource = entry.getResource();
			if (resource != null) {
				add(resource.fhirType(), resource);
				sets(code(resource), valueSets).forEach((set) -> add(key(resource.fhirType(), set), resource));
			}
		}
	}

	private void add(String key, Resource resource) {
		this.resources.computeIfAbsent(key, (absent) -> new ArrayList<>()).add(resource);
	}

	private static CodeableConcept code(Resource resource) {
		if (resource instanceof Observation observation) {
			return observation.getCode();
		}
		return (resource instanceof Condition condition) ? condition.getCode() : new CodeableConcept();
	}

	private static Set<String> sets(CodeableConcept concept, ValueSets valueSets) {
		Set<String> sets = new LinkedHashSet<>();
		for (Coding coding : concept.getCoding()) {
			if (coding.hasSystem() && coding.hasCode()) {
				sets.addAll(valueSets.of(coding.getSystem(), coding.getCode()));
			}
		}
		return sets;
	}

	private static String key(String type, String valueSet) {
		return type + " " + valueSet;
	}

	List<Object> all(String type) {
		return this.resources.getOrDefault(type, List.of());
	}

	List<Object> coded(String type, String valueSet) {
		return this.resources.getOrDefault(key(type, valueSet), List.of());
	}

}
