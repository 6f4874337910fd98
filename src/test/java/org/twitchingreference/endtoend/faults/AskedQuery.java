package org.twitchingreference.endtoend.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that the application asked an EHR for, as it came in at the EHR but for the
 * patient and the days, so that the same is recognised in another launch: what stands
 * before the question mark, and what any of is searched for, by parameter.
 */
record AskedQuery(PlayedDialect dialect, String path, Map<String, List<String>> search) {

	private static final String PATIENT = "{patient}";

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

	/** What was asked below the EHR's FHIR base for the patient. */
	static AskedQuery of(PlayedDialect dialect, String address, String patient) {
		String below = URLDecoder.decode(address.substring(dialect.base().length() + 1), StandardCharsets.UTF_8)
			.replace(patient, PATIENT);
		String[] parts = below.split("[?]", 2);
		Map<String, List<String>> search = new TreeMap<>();
		if (parts.length > 1) {
			for (String parameter : parts[1].split("&")) {
				String[] named = parameter.split("=", 2);
				search.put(named[0], Arrays.stream(named[1].split(",")).map(AskedQuery::value).toList());
			}
		}
		return new AskedQuery(dialect, parts[0], search);
	}

	/** Systems matter to no answer here. */
	private static String value(String text) {
		return DAY.matcher(text.substring(text.indexOf('|') + 1)).replaceAll("{day}");
	}

	boolean isSearch() {
		return !this.search.isEmpty();
	}

	/** Whether it is for one resource only, however it is asked for. */
	boolean isForOne() {
		return !isSearch() || !values("_id").isEmpty();
	}

	String type() {
		return this.path.replaceAll("/.*", "");
	}

	/** The ids that are asked for; none where they are not asked by. */
	List<String> ids(String patient) {
		List<String> ids = isSearch() ? values("_id") : List.of(this.path.substring(this.path.indexOf('/') + 1));
		return ids.stream().map((id) -> id.replace(PATIENT, patient)).toList();
	}

	/** The values that any of is searched for; empty when it is not searched by. */
	List<String> values(String parameter) {
		return this.search.getOrDefault(parameter, List.of());
	}

	/**
	 * What two queries have in common whose answers can go wrong in the same ways only.
	 */
	String shape() {
		List<String> parts = new ArrayList<>(List.of(type()));
		parts.addAll(this.search.keySet());
		parts.addAll(values("category"));
		parts.addAll(values("_count"));
		return String.join(" ", parts);
	}

	/** As test reports name it: without long lists. */
	@Override
	public String toString() {
		String parameters = this.search.entrySet()
			.stream()
			.filter((parameter) -> !List.of("patient", "_count").contains(parameter.getKey()))
			.map((parameter) -> parameter.getKey() + "=" + parameter.getValue().get(0)
					+ ((parameter.getValue().size() > 1) ? ",..." : ""))
			.collect(Collectors.joining("&", "?", ""));
		return this.dialect + " " + type() + (isSearch() ? parameters : "/id");
	}

}
