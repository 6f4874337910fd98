package org.twitchingreference.sandbox.quirks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Quirks of a hostile FHIR server, or one that was taken over. */
public final class Lies {

	/** Markup that must never become part of a page. */
	static final String SCRIPT = "<script>alert('twitching')</script><img src=x onerror=alert(1)>";

	/** The name of another patient, which must never appear. */
	public static final String STRANGER = "Sidonie Strangeways";

	private static final int HUGE = 300_000;

	private static final JsonMapper JSON = JsonMapper.shared();

	private Lies() {
	}

	/** Appends markup to every text in the resource. */
	public static Quirk scripts() {
		return (request, server) -> server.answer(request).changing((resource) -> infect(resource));
	}

	/** Adds an entry with a text of 300,000 characters. */
	public static Quirk hugeText(String type) {
		return (request,
				server) -> request.isSearchFor(type)
						? server.answer(request)
							.changingEntries((entries) -> resource(entries.addObject(), type, request.first("patient"))
								.putObject("code")
								.put("text", "long ".repeat(HUGE / 5)))
						: server.answer(request);
	}

	/** Adds an entry of another patient. */
	public static Quirk anotherPatientsRow(String type, String system, String code) {
		return (request, server) -> request.isSearchFor(type) ? server.answer(request).changingEntries((entries) -> {
			ObjectNode resource = resource(entries.addObject(), type, "somebody-else");
			((ObjectNode) resource.path("subject")).put("display", STRANGER);
			resource.putObject("code")
				.put("text", STRANGER)
				.putArray("coding")
				.addObject()
				.put("system", system)
				.put("code", code);
		}) : server.answer(request);
	}

	/** The next link leads to this address. */
	public static Quirk nextPageAt(String type, String address) {
		return (request, server) -> request.isSearchFor(type)
				? server.answer(request).changing((resource) -> lead(resource, address)) : server.answer(request);
	}

	/** The next link leads to the same page again. */
	public static Quirk endlessPages(String type) {
		return (request, server) -> request.isSearchFor(type)
				? server.answer(request)
					.changing((resource) -> lead(resource, request.base() + request.path() + "?" + request.query()))
				: server.answer(request);
	}

	/** Answers with a resource of another type than was asked for. */
	public static Quirk wrongType(String type) {
		return (request, server) -> request.isFor(type)
				? Reply.fhir(JSON.createObjectNode().put("resourceType", "Basic").put("id", "b1"))
				: server.answer(request);
	}

	private static ObjectNode resource(ObjectNode entry, String type, String patient) {
		ObjectNode resource = entry.putObject("resource").put("resourceType", type).put("id", "lie-of-" + patient);
		resource.put("status", "final").putObject("subject").put("reference", "Patient/" + patient);
		return resource;
	}

	private static void lead(ObjectNode bundle, String next) {
		bundle.withArray("link").removeAll().addObject().put("relation", "next").put("url", next);
	}

	private static void infect(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.properties().stream().toList().forEach((field) -> {
				if (isText(field.getKey()) && field.getValue().isString()) {
					object.put(field.getKey(), field.getValue().asString() + SCRIPT);
				}
			});
		}
		node.forEach(Lies::infect);
	}

	private static boolean isText(String field) {
		return field.equals("text") || field.equals("display") || field.equals("family") || field.equals("diagnostics");
	}

}
