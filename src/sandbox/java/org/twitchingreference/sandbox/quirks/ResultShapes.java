package org.twitchingreference.sandbox.quirks;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Quirks in how a server returns laboratory results. */
public final class ResultShapes {

	private static final String RESULT = "Observation";

	private static final String REPORT = "DiagnosticReport";

	private static final String CATEGORY = "category";

	private static final String MOST = "200";

	private ResultShapes() {
	}

	/**
	 * Laboratory results are contained in DiagnosticReports only; no search for
	 * Observations finds them.
	 */
	public static Quirk withinReports() {
		return (request, server) -> {
			if (request.isSearchFor(RESULT)) {
				return server.answer(request).changing(ResultShapes::withoutLaboratory);
			}
			boolean all = request.isSearchFor(REPORT) && !request.has("code");
			return all ? server.answer(request).changing((bundle) -> reports(bundle, laboratory(request, server)))
					: server.answer(request);
		};
	}

	/**
	 * Laboratory results are withdrawn while a chart is read: the search for this code (a
	 * weight) also returns each of them, in its next version, as entered in error.
	 */
	public static Quirk withdrawingMeanwhile(String weight) {
		return (request, server) -> {
			if (!request.isSearchFor(RESULT)) {
				return server.answer(request);
			}
			Reply reply = server.answer(request).changingEntries((entries) -> version(entries, "1"));
			return request.first("code").contains(weight) ? reply.changing((bundle) -> {
				ArrayNode withdrawn = laboratory(request, server);
				version(withdrawn, "2");
				withdrawn.forEach((entry) -> resource(entry).put("status", "entered-in-error"));
				add(bundle, withdrawn.valueStream().toList());
			}) : reply;
		};
	}

	private static ArrayNode laboratory(FhirRequest request, Quirk.Server server) {
		return server.answer(request.searching(RESULT).with(CATEGORY, "laboratory").with("_count", MOST))
			.resource()
			.orElseThrow()
			.withArray("entry");
	}

	private static void withoutLaboratory(ObjectNode bundle) {
		bundle.withArray("entry").removeIf(ResultShapes::isLaboratory);
		bundle.remove("total");
	}

	private static boolean isLaboratory(JsonNode entry) {
		return entry.path("resource").path(CATEGORY).toString().contains("\"laboratory\"");
	}

	private static void reports(ObjectNode bundle, ArrayNode results) {
		add(bundle, results.valueStream().map(ResultShapes::report).toList());
	}

	/**
	 * A report that contains the result, and has its patient and its times instead of it.
	 */
	private static ObjectNode report(JsonNode entry) {
		ObjectNode result = resource(entry);
		ObjectNode report = result.objectNode()
			.put("resourceType", REPORT)
			.put("id", "of-" + result.path("id").asString());
		report.put("status", "final").putObject("code").put("text", "Laboratory report");
		Stream.of("subject", "effectiveDateTime", "issued")
			.filter(result::has)
			.forEach((element) -> report.set(element, result.remove(element)));
		result.remove("meta");
		report.putArray("contained").add(result.put("id", "r"));
		report.putArray("result").addObject().put("reference", "#r");
		ObjectNode given = result.objectNode();
		given.set("resource", report);
		return given;
	}

	private static void version(ArrayNode entries, String version) {
		entries.forEach((entry) -> resource(entry).putObject("meta").put("versionId", version));
	}

	private static void add(ObjectNode bundle, List<? extends JsonNode> more) {
		bundle.withArray("entry").addAll(more);
		bundle.remove("total");
	}

	private static ObjectNode resource(JsonNode entry) {
		return (ObjectNode) entry.path("resource");
	}

}
