package org.twitchingreference.sandbox.quirks;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Quirks that write ids and links differently from the sandbox itself. */
public final class Rewriting {

	private static final Pattern REFERENCE = Pattern.compile("(Patient/)([A-Za-z0-9.-]+)");

	/** The patient in the address of a next page. */
	private static final Pattern OF_PATIENT = Pattern.compile("([?&]patient=)([^&]*)");

	private Rewriting() {
	}

	/**
	 * Next links without scheme and host: a path for Observations, only the query for
	 * every other type. A client that resolves them against the FHIR base instead of the
	 * page finds no search there.
	 */
	public static Quirk relativeNext() {
		return (request, server) -> server.answer(request).changing((bundle) -> {
			for (JsonNode link : bundle.path("link")) {
				if (link.path("relation").asString().equals("next")) {
					URI next = URI.create(link.path("url").asString());
					String query = "?" + next.getRawQuery();
					((ObjectNode) link).put("url", request.isFor("Observation") ? next.getRawPath() + query : query);
				}
			}
		});
	}

	/**
	 * Ids of patients have "_" wherever the charts have "-"; the ids of the charts are
	 * not found.
	 */
	public static Quirk underscoresForHyphens() {
		return (request, server) -> {
			boolean hyphened = (request.isFor("Patient") && request.id().contains("-"))
					|| request.first("patient").contains("-");
			return hyphened ? Reply.outcome(404, "not-found", "No such patient")
					: server.answer(hyphens(request)).changing(Rewriting::underscores);
		};
	}

	private static FhirRequest hyphens(FhirRequest request) {
		Map<String, List<String>> parameters = new LinkedHashMap<>(request.parameters());
		parameters.computeIfPresent("patient", (name, ids) -> ids.stream().map((id) -> id.replace('_', '-')).toList());
		String id = request.isFor("Patient") ? request.id().replace('_', '-') : request.id();
		return new FhirRequest(request.base(), request.launch(), request.token(), request.accept(), request.type(), id,
				parameters);
	}

	private static void underscores(ObjectNode resource) {
		if (resource.path("resourceType").asString().equals("Patient")) {
			resource.put("id", resource.path("id").asString().replace('-', '_'));
		}
		resource.properties().stream().toList().forEach((field) -> {
			if (field.getValue() instanceof ObjectNode object) {
				underscores(object);
			}
			else if (field.getKey().equals("url") && field.getValue().isString()) {
				resource.put("url", OF_PATIENT.matcher(field.getValue().asString())
					.replaceAll((found) -> found.group(1) + found.group(2).replace('-', '_')));
			}
			else if (field.getKey().equals("reference") && field.getValue().isString()) {
				resource.put("reference", REFERENCE.matcher(field.getValue().asString())
					.replaceAll((found) -> found.group(1) + found.group(2).replace('-', '_')));
			}
			field.getValue()
				.valueStream()
				.filter(ObjectNode.class::isInstance)
				.forEach((item) -> underscores((ObjectNode) item));
		});
	}

}
