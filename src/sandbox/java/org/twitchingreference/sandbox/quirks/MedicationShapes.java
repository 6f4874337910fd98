package org.twitchingreference.sandbox.quirks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Quirks that give the medicine of every order in one form, whichever form the chart has:
 * contained in the order, as a reference to a Medication, or as a code.
 */
public final class MedicationShapes {

	private static final String ORDER = "MedicationRequest";

	private static final String INCLUDE = "_include";

	private static final String INCLUDED = "MedicationRequest:medication";

	/** Begins the id of a Medication that the chart has as a code only. */
	private static final String INVENTED = "of-";

	private static final JsonMapper JSON = JsonMapper.shared();

	private MedicationShapes() {
	}

	/** Contained, as Oracle Health does. */
	public static Quirk contained() {
		return rewriting((order, product) -> {
			order.withArray("contained").add(product.put("id", "med"));
			order.putObject("medicationReference").put("reference", "#med");
		});
	}

	public static Quirk coded() {
		return rewriting((order, product) -> order.set("medicationCodeableConcept", product.path("code")));
	}

	/**
	 * By reference, as Epic does; the Medications are then read one by one, or searched
	 * for by _id.
	 */
	public static Quirk referenced() {
		Quirk orders = rewriting((order, product) -> order.putObject("medicationReference")
			.put("reference", "Medication/" + product.path("id").asString()));
		return (request, server) -> request.isFor("Medication") ? products(request, server)
				: orders.answer(request, server);
	}

	/**
	 * Gets orders with their Medications included, and takes the Medications out of the
	 * page again.
	 */
	private static Quirk rewriting(BiConsumer<ObjectNode, ObjectNode> rewrite) {
		return (request, server) -> request.isSearchFor(ORDER)
				? server.answer(request.with(INCLUDE, INCLUDED)).changingEntries((entries) -> rewrite(entries, rewrite))
				: server.answer(request);
	}

	private static void rewrite(ArrayNode entries, BiConsumer<ObjectNode, ObjectNode> rewrite) {
		Map<String, ObjectNode> stored = stored(entries);
		entries.removeIf((entry) -> entry.at("/resource/resourceType").asString().equals("Medication"));
		orders(entries).forEach((order) -> product(order, stored).ifPresent((product) -> {
			order.remove(List.of("medicationReference", "medicationCodeableConcept", "contained"));
			rewrite.accept(order, product);
		}));
	}

	private static Reply products(FhirRequest request, Quirk.Server server) {
		Set<String> wanted = request.isSearch() ? Set.of(request.first("_id").split(",")) : Set.of(request.id());
		FhirRequest orders = request.searching(ORDER).with(INCLUDE, INCLUDED).with("_count", "200");
		return server.answer(orders).resource().map((bundle) -> {
			ArrayNode entries = bundle.withArray("entry");
			Map<String, ObjectNode> stored = stored(entries);
			Map<String, ObjectNode> found = orders(entries).flatMap((order) -> product(order, stored).stream())
				.filter((product) -> wanted.contains(product.path("id").asString()))
				.collect(Collectors.toMap((product) -> product.path("id").asString(), Function.identity(),
						(one, same) -> one));
			return request.isSearch() ? searchset(found.values()) : single(found.values());
		}).orElseGet(() -> Reply.outcome(403, "forbidden", "No access"));
	}

	private static Reply single(Collection<ObjectNode> found) {
		return found.stream()
			.findFirst()
			.map(Reply::fhir)
			.orElseGet(() -> Reply.outcome(404, "not-found", "No such Medication"));
	}

	private static Reply searchset(Collection<ObjectNode> found) {
		ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
		bundle.put("total", found.size());
		found.forEach((product) -> {
			ObjectNode entry = bundle.withArray("entry").addObject();
			entry.set("resource", product);
			entry.putObject("search").put("mode", "match");
		});
		return Reply.fhir(bundle);
	}

	private static Stream<ObjectNode> orders(ArrayNode entries) {
		return resources(entries, ORDER);
	}

	private static Map<String, ObjectNode> stored(ArrayNode entries) {
		return resources(entries, "Medication").collect(Collectors.toMap(
				(product) -> "Medication/" + product.path("id").asString(), Function.identity(), (one, same) -> one));
	}

	private static Stream<ObjectNode> resources(ArrayNode entries, String type) {
		return entries.valueStream()
			.map((entry) -> entry.path("resource"))
			.filter((resource) -> resource.path("resourceType").asString().equals(type))
			.map(ObjectNode.class::cast);
	}

	/** The medicine of the order as a Medication, if it can be found. */
	private static Optional<ObjectNode> product(ObjectNode order, Map<String, ObjectNode> stored) {
		String reference = order.at("/medicationReference/reference").asString("");
		if (stored.containsKey(reference)) {
			return Optional.of(stored.get(reference).deepCopy());
		}
		JsonNode code = reference.startsWith("#") ? contained(order, reference.substring(1))
				: order.path("medicationCodeableConcept");
		return code.isObject() ? Optional.of(invented(order, code)) : Optional.empty();
	}

	private static ObjectNode invented(ObjectNode order, JsonNode code) {
		ObjectNode product = JSON.createObjectNode()
			.put("resourceType", "Medication")
			.put("id", INVENTED + order.path("id").asString());
		product.set("code", code.deepCopy());
		return product;
	}

	private static JsonNode contained(ObjectNode order, String id) {
		return order.path("contained")
			.valueStream()
			.filter((resource) -> resource.path("id").asString().replace("#", "").equals(id))
			.map((resource) -> resource.path("code"))
			.findFirst()
			.orElseGet(MissingNode::getInstance);
	}

}
