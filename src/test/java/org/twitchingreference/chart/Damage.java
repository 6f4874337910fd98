package org.twitchingreference.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Damages JSON at random places, by a seed: fields dropped or given the wrong type, nulls
 * among elements, huge and malicious strings, control characters, resources that contain
 * each other.
 */
public final class Damage {

	/** What must never be part of a page. */
	public static final String SCRIPT = "<script>alert(1)</script>";

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final List<JsonNode> KINDS = List.of(JSON.nullNode(), JSON.objectNode(), JSON.arrayNode(),
			JSON.arrayNode().add(JSON.nullNode()), JSON.arrayNode().add(JSON.arrayNode()), JSON.numberNode(-7),
			JSON.booleanNode(true), JSON.stringNode(""), JSON.stringNode("1e999999999"), JSON.stringNode(SCRIPT),
			JSON.stringNode("\u0000\u202e\ud800"), JSON.stringNode("9".repeat(100_000)), JSON.stringNode("#self"),
			JSON.objectNode().set("reference", JSON.stringNode("#self")));

	private final Random random;

	public Damage(long seed) {
		this.random = new Random(seed);
	}

	/** Picks one of the elements. */
	public <T> T pick(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	/** Damages so many places below the node. */
	public void of(JsonNode node, int times) {
		for (int at = 0; at < times; at++) {
			List<Consumer<JsonNode>> places = new ArrayList<>();
			collect(node, places);
			pick(places).accept(pick(KINDS).deepCopy());
		}
	}

	/** Lets the resource contain two medications, each made of the other. */
	public static void cycle(ObjectNode resource) {
		resource.remove("medicationCodeableConcept");
		resource.putArray("contained").add(partOf("a", "b")).add(partOf("b", "a"));
		resource.putObject("medicationReference").put("reference", "#a");
	}

	private static ObjectNode partOf(String id, String other) {
		ObjectNode medication = JSON.objectNode().put("resourceType", "Medication").put("id", id);
		medication.putArray("ingredient").addObject().putObject("itemReference").put("reference", "#" + other);
		return medication;
	}

	/** Every place below the node where something can be replaced or removed. */
	private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
		if (node instanceof ObjectNode object) {
			object.properties().forEach((field) -> {
				places.add((damage) -> object.set(field.getKey(), damage));
				places.add((damage) -> object.remove(field.getKey()));
				collect(field.getValue(), places);
			});
		}
		else if (node instanceof ArrayNode array) {
			for (int at = 0; at < array.size(); at++) {
				int index = at;
				places.add((damage) -> array.set(index, damage));
				collect(array.get(at), places);
			}
		}
	}

}
