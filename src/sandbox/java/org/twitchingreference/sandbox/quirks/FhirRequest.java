package org.twitchingreference.sandbox.quirks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.util.UriUtils;

/**
 * A request to a FHIR base: a search ("Observation" and parameters) or a read
 * ("Observation" and an id). The launch id says which opened app it comes from; launch
 * and token are empty if the base checks no tokens.
 */
public record FhirRequest(String base, String launch, String token, String accept, String type, String id,
		Map<String, List<String>> parameters) {

	public FhirRequest {
		parameters = new LinkedHashMap<>(parameters);
	}

	/** The path is relative to the base: "/Observation/o1". */
	public static FhirRequest of(String base, String path, Map<String, String[]> parameters) {
		String[] steps = path.split("/", -1);
		Map<String, List<String>> values = parameters.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> List.of(entry.getValue()), (one, other) -> one,
					LinkedHashMap::new));
		return new FhirRequest(base, "", "", "", (steps.length > 1) ? steps[1] : "", (steps.length > 2) ? steps[2] : "",
				values);
	}

	public FhirRequest by(String ofLaunch, String withToken, String accepting) {
		return new FhirRequest(this.base, ofLaunch, withToken, accepting, this.type, this.id, this.parameters);
	}

	boolean isFor(String resourceType) {
		return this.type.equals(resourceType);
	}

	boolean isSearch() {
		return this.id.isEmpty();
	}

	boolean isSearchFor(String resourceType) {
		return isSearch() && isFor(resourceType);
	}

	public boolean has(String parameter) {
		return this.parameters.containsKey(parameter);
	}

	List<String> all(String parameter) {
		return this.parameters.getOrDefault(parameter, List.of());
	}

	/** The first value, empty without one. */
	public String first(String parameter) {
		return all(parameter).stream().findFirst().orElse("");
	}

	public Set<String> names() {
		return this.parameters.keySet();
	}

	FhirRequest with(String parameter, String value) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.parameters);
		changed.put(parameter, List.of(value));
		return asking(this.type, this.id, changed);
	}

	FhirRequest without(String parameter) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.parameters);
		changed.remove(parameter);
		return asking(this.type, this.id, changed);
	}

	/** A search for another type in the same patient's chart. */
	FhirRequest searching(String otherType) {
		Map<String, List<String>> kept = new LinkedHashMap<>(this.parameters);
		kept.keySet().retainAll(Set.of("patient"));
		return asking(otherType, "", kept);
	}

	private FhirRequest asking(String otherType, String otherId, Map<String, List<String>> changed) {
		return new FhirRequest(this.base, this.launch, this.token, this.accept, otherType, otherId, changed);
	}

	/** Relative to the base, encoded. */
	public String path() {
		return "/" + this.type + (isSearch() ? "" : "/" + this.id);
	}

	/** Encoded. */
	public String query() {
		List<String> pairs = new ArrayList<>();
		this.parameters.forEach((name, values) -> values.forEach((value) -> pairs.add(pair(name, value))));
		return String.join("&", pairs);
	}

	public Map<String, String[]> arrays() {
		Map<String, String[]> arrays = new LinkedHashMap<>();
		this.parameters.forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
		return arrays;
	}

	private static String pair(String name, String value) {
		return Stream.of(name, value).map((text) -> UriUtils.encode(text, "UTF-8")).collect(Collectors.joining("="));
	}

	/** Never prints the token. */
	@Override
	public String toString() {
		return this.type + (isSearch() ? "?" + names() : "/_");
	}

}
