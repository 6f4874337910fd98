package org.twitchingreference.sandbox.quirks;

import java.util.function.UnaryOperator;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Quirks of servers that interpret a search in their own way, or answer it with more or
 * less than others.
 */
public final class Habits {

	private Habits() {
	}

	/** Accepts a parameter and ignores it. */
	public static Quirk ignoring(String type, String parameter) {
		return asking(type, (request) -> request.without(parameter));
	}

	/** Assumes this value if the parameter is missing. */
	public static Quirk assuming(String type, String parameter, String value) {
		return asking(type, (request) -> request.has(parameter) ? request : request.with(parameter, value));
	}

	/** Returns no more entries on a page than this, however many _count asks for. */
	public static Quirk pagesOf(int most) {
		return (request, server) -> server
			.answer((request.isSearch() && rows(request) > most) ? request.with("_count", "" + most) : request);
	}

	/** Adds an OperationOutcome entry if nothing was found (Epic's 4101). */
	public static Quirk sayingNoneFound() {
		return (request, server) -> server.answer(request).changingEntries((entries) -> {
			if (entries.isEmpty()) {
				say(entries, "4101", "Resource request returns no results.");
			}
		});
	}

	/**
	 * Adds an OperationOutcome entry which says that others may be missing (Epic's 4119).
	 */
	public static Quirk sayingIncomplete(String type) {
		return (request, server) -> request.isSearchFor(type)
				? server.answer(request)
					.changingEntries((entries) -> say(entries, "4119",
							"This response includes information available at the "
									+ "time of the request. It may not be the entire record."))
				: server.answer(request);
	}

	/** Leaves out Bundle.total. */
	public static Quirk withoutTotal() {
		return (request, server) -> server.answer(request).changing((resource) -> resource.remove("total"));
	}

	/** Answers slowly. */
	public static Quirk slowly(String type, Reply.Pace pace) {
		return (request, server) -> request.isFor(type) ? server.answer(request).at(pace) : server.answer(request);
	}

	/** Answers with an HTML page in place of FHIR. */
	public static Quirk withPage(String type, int status) {
		return (request, server) -> request.isFor(type)
				? Reply.html(status, "<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>")
				: server.answer(request);
	}

	private static Quirk asking(String type, UnaryOperator<FhirRequest> otherwise) {
		return (request, server) -> server.answer(request.isSearchFor(type) ? otherwise.apply(request) : request);
	}

	private static int rows(FhirRequest request) {
		return request.has("_count") ? Integer.parseInt(request.first("_count")) : Integer.MAX_VALUE;
	}

	private static void say(ArrayNode entries, String code, String text) {
		ObjectNode entry = entries.addObject();
		entry.set("resource", Reply.issue("warning", code, text));
		entry.putObject("search").put("mode", "outcome");
	}

}
