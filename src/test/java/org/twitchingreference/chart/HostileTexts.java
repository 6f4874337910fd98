package org.twitchingreference.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every place where a FHIR resource of a type can hold a text, as the model of the
 * library has them, and a text there that means harm.
 */
public final class HostileTexts {

	/** A product that only who evaluates the text can know. */
	public static final String PRODUCT = "62615533";

	/**
	 * Leaves attributes and elements, runs scripts, is a template, an address, a link.
	 */
	public static final String TEXT = "\"'><script>window.hostile=1</script><img src=x onerror=\"window.hostile=1\">"
			+ "[[${7919*7907}]]__${7919*7907}__{{7919*7907}}<a href=javascript:window.hostile=1>";

	/** Well-formed, as a narrative has to be. */
	private static final String NARRATIVE = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>window.hostile=1</script>"
			+ "<img src=\"x\" onerror=\"window.hostile=1\"/></div>";

	/** What holds any type, also itself, and who gave out an identifier. */
	private static final Set<String> NOT_ENTERED = Set.of("extension", "modifierExtension", "contained", "assigner");

	private static final int DEEPEST = 4;

	private static final FhirContext FHIR = FhirContext.forR4Cached();

	private HostileTexts() {
	}

	/** Every place of the type, each as the names that lead there. */
	public static List<Place> placesIn(String resourceType) {
		List<Place> places = new ArrayList<>();
		collect(FHIR.getResourceDefinition(resourceType), List.of(), new ArrayDeque<>(), places);
		return places;
	}

	private static void collect(BaseRuntimeElementDefinition<?> definition, List<Step> way, Deque<String> within,
			List<Place> places) {
		if (!(definition instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
			places.add(new Place(way));
		}
		else if (way.size() < DEEPEST && !within.contains(definition.getName())) {
			within.push(definition.getName());
			composite.getChildren().forEach((child) -> collect(child, way, within, places));
			within.pop();
		}
	}

	private static void collect(BaseRuntimeChildDefinition child, List<Step> way, Deque<String> within,
			List<Place> places) {
		child.getValidChildNames().stream().filter((name) -> !NOT_ENTERED.contains(name)).sorted().forEach((name) -> {
			List<Step> further = new ArrayList<>(way);
			further.add(new Step(name, child.getMax() != 1));
			collect(child.getChildByName(name), further, within, places);
		});
	}

	/** One name on the way to a text, and whether there may be several of it. */
	record Step(String name, boolean isList) {

	}

	/** Where a text can be. */
	public record Place(List<Step> way) {

		/** Puts a hostile text there, which names the place at its end. */
		public void infect(ObjectNode resource) {
			put(resource, this.way.get(this.way.size() - 1).name().equals("div") ? NARRATIVE : TEXT + mark(resource));
		}

		/** Puts any other text there. */
		public void put(ObjectNode resource, String text) {
			ObjectNode at = resource;
			for (Step step : this.way.subList(0, this.way.size() - 1)) {
				at = enter(at, step);
			}
			Step last = this.way.get(this.way.size() - 1);
			if (last.isList()) {
				at.withArray(last.name()).removeAll().add(text);
			}
			else {
				at.put(last.name(), text);
			}
		}

		/** What is shown where the text is. */
		public String mark(ObjectNode resource) {
			return " at " + resource.path("resourceType").stringValue("") + "." + this + ".";
		}

		private static ObjectNode enter(ObjectNode from, Step step) {
			JsonNode there = from.path(step.name());
			if (!step.isList()) {
				return (there instanceof ObjectNode object) ? object : from.putObject(step.name());
			}
			ArrayNode several = (there instanceof ArrayNode array) ? array : from.putArray(step.name());
			return (several.path(0) instanceof ObjectNode first) ? first : several.addObject();
		}

		@Override
		public String toString() {
			return String.join(".", this.way.stream().map(Step::name).toList());
		}

	}

}
