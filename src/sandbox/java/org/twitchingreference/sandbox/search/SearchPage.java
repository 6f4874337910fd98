package org.twitchingreference.sandbox.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.twitchingreference.sandbox.chart.PatientChart;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * One page of a search: 50 matches unless {@code _count} asks for up to 200, the included
 * medications of those matches, and the link to the next page.
 */
public class SearchPage {

	static final String COUNT = "_count";

	public static final String CURSOR = "_cursor";

	static final String INCLUDE = "_include";

	private static final int DEFAULT_COUNT = 50;

	private static final int MAXIMUM_COUNT = 200;

	private static final Set<String> INCLUDES = Set.of("MedicationRequest:medication");

	private final String fhirBase;

	private final String type;

	private final Map<String, String[]> parameters;

	private final int count;

	private final int start;

	public SearchPage(String fhirBase, String type, Map<String, String[]> parameters) {
		this.fhirBase = fhirBase;
		this.type = type;
		this.parameters = parameters;
		this.count = Math.min(number(COUNT, DEFAULT_COUNT), MAXIMUM_COUNT);
		this.start = number(CURSOR, 0);
		values(INCLUDE).filter((include) -> !includes(include)).findFirst().ifPresent((include) -> {
			throw new InvalidRequestException("Unknown _include " + include + " for " + type);
		});
	}

	/** The page; included resources are looked up in the chart. */
	public Bundle of(List<Resource> matches, PatientChart chart) {
		Bundle bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(matches.size());
		bundle.addLink().setRelation("self").setUrl(link(this.start));
		int end = Math.min(this.start + this.count, matches.size());
		if (this.count > 0 && end < matches.size()) {
			bundle.addLink().setRelation("next").setUrl(link(end));
		}
		List<Resource> page = matches.subList(Math.min(this.start, end), end);
		page.forEach((match) -> add(bundle, match, SearchEntryMode.MATCH));
		if (values(INCLUDE).findAny().isPresent()) {
			included(page, chart).forEach((resource) -> add(bundle, resource, SearchEntryMode.INCLUDE));
		}
		return bundle;
	}

	private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
		bundle.addEntry()
			.setFullUrl(this.fhirBase + "/" + resource.fhirType() + "/" + resource.getIdElement().getIdPart())
			.setResource(resource)
			.getSearch()
			.setMode(mode);
	}

	private static Stream<Resource> included(List<Resource> page, PatientChart chart) {
		return page.stream()
			.map(MedicationRequest.class::cast)
			.filter(MedicationRequest::hasMedicationReference)
			.map((request) -> request.getMedicationReference().getReference())
			.filter((reference) -> reference != null && reference.startsWith("Medication/"))
			.distinct()
			.flatMap((reference) -> chart.find(reference).stream());
	}

	private boolean includes(String include) {
		return INCLUDES.contains(include) && include.startsWith(this.type + ":");
	}

	private Stream<String> values(String name) {
		return Stream.of(this.parameters.getOrDefault(name, new String[0]));
	}

	private int number(String name, int otherwise) {
		return values(name).findFirst().map((text) -> number(name, text)).orElse(otherwise);
	}

	private static int number(String name, String text) {
		try {
			return Integer.parseUnsignedInt(text);
		}
		catch (NumberFormatException ex) {
			throw new InvalidRequestException(name + " must be a whole number from 0");
		}
	}

	private String link(int from) {
		Map<String, String[]> linked = new LinkedHashMap<>(this.parameters);
		linked.put(CURSOR, new String[] { String.valueOf(from) });
		UriComponentsBuilder link = UriComponentsBuilder.fromUriString(this.fhirBase).pathSegment(this.type);
		linked.forEach(
				(name, values) -> Stream.of(values).forEach((value) -> link.queryParam(encode(name), encode(value))));
		return link.build(true).toUriString();
	}

	private static String encode(String text) {
		return UriUtils.encode(text, "UTF-8");
	}

}
