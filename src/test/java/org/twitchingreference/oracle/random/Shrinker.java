package org.twitchingreference.oracle.random;

import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a failing chart small: leaves out whatever it can (entries, then properties, at
 * any depth) as long as the chart still fails.
 */
public final class Shrinker {

	private final Predicate<JsonNode> fails;

	private JsonNode smallest;

	public Shrinker(JsonNode failing, Predicate<JsonNode> fails) {
		this.fails = fails;
		this.smallest = failing;
	}

	/** The smallest chart found that still fails. */
	public JsonNode shrink() {
		int before;
		do {
			before = this.smallest.toString().length();
			part("");
		}
		while (this.smallest.toString().length() < before);
		return this.smallest;
	}

	private void part(String pointer) {
		JsonNode part = this.smallest.at(pointer);
		if (part instanceof ArrayNode) {
			for (int index = part.size() - 1; index >= 0; index--) {
				without(pointer, Integer.toString(index));
			}
		}
		else if (part instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				without(pointer, name);
			}
		}
	}

	private void without(String pointer, String name) {
		JsonNode smaller = this.smallest.deepCopy();
		JsonNode holder = smaller.at(pointer);
		if (holder instanceof ArrayNode array) {
			array.remove(Integer.parseInt(name));
		}
		else {
			((ObjectNode) holder).remove(name);
		}
		if (this.fails.test(smaller)) {
			this.smallest = smaller;
		}
		else {
			part(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
		}
	}

}
