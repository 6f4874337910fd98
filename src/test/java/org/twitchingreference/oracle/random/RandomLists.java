package org.twitchingreference.oracle.random;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What charts say of their own lists: entries, sections and Lists, right and near. */
final class RandomLists {

	private static final String IPS = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";

	private static final String LOINC = "http://loinc.org";

	private static final String WORDS = "words";

	private static final List<String> REASONS = List.of("nilknown", "nilknown", "unavailable", "withheld", "notasked",
			"closed");

	private final Draw draw;

	RandomLists(Draw draw) {
		this.draw = draw;
	}

	/** Puts a statement on a concept instead of what it says. */
	void say(ObjectNode concept, String list) {
		concept.removeAll();
		switch (this.draw.below(6)) {
			case 0 -> coding(concept, IPS, "no-known-" + list);
			case 1 -> coding(concept, IPS, list.equals("problems") ? "no-problem-info" : "no-medication-info");
			case 2 -> coding(concept, "http://snomed.info/sct", list.equals("problems") ? "160245001" : "787481004");
			case 3 -> coding(concept, "http://terminology.hl7.org/CodeSystem/data-absent-reason", "masked");
			case 4 -> concept.put("text", this.draw.word("No known " + list, "Unknown", "MASKED", "no information.",
					"No known " + list + " today", "unknown cause"));
			default -> {
				coding(concept, "http://hospital.example/" + WORDS, "1");
				concept.put("text", this.draw.word("No known " + list, "Withheld"));
			}
		}
	}

	/** A section list, first in the Bundle as in a document, or somewhere. */
	void sections(ArrayNode entries) {
		ObjectNode composition = JsonNodeFactory.instance.objectNode()
			.put("resourceType", "Composition")
			.put("id", "composition")
			.put("status", this.draw.word("final", "final", "final", "entered-in-error"));
		composition.putObject("subject")
			.put("reference", this.draw.oneIn(8) ? "Patient/another" : "Patient/" + RandomPerson.ID);
		ArrayNode sections = composition.putArray("section");
		for (String code : List.of("11450-4", "10160-0", "48765-2")) {
			if (!this.draw.oneIn(4)) {
				section(sections.addObject(), code);
			}
		}
		if (sections.isEmpty()) {
			composition.remove("section");
		}
		ObjectNode entry = entries.objectNode().put("fullUrl", "urn:uuid:composition");
		entry.set("resource", composition);
		entries.insert(this.draw.oneIn(2) ? 0 : entries.size(), entry);
	}

	private void section(ObjectNode section, String code) {
		section.put("title", "A section");
		coding(section.putObject("code"), LOINC, code);
		switch (this.draw.below(4)) {
			case 0 -> reason(section);
			case 1 -> section.putArray("section").addObject().putArray("entry").addObject().put("display", "one");
			default -> section.putArray("entry").addObject().put("display", "one");
		}
	}

	/** A List of its own. */
	void list(ArrayNode entries) {
		ObjectNode list = entries.objectNode()
			.put("resourceType", "List")
			.put("id", "list")
			.put("status", this.draw.word("current", "current", "retired"))
			.put("mode", "snapshot");
		list.putObject("subject").put("reference", "Patient/" + RandomPerson.ID);
		coding(list.putObject("code"), LOINC, this.draw.word("11450-4", "10160-0", "48765-2", "11369-6"));
		if (this.draw.oneIn(3)) {
			list.putArray("entry").addObject().putObject("item").put("display", "one");
		}
		else {
			reason(list);
		}
		entries.addObject().put("fullUrl", "urn:uuid:list").set("resource", list);
	}

	private void reason(ObjectNode of) {
		if (!this.draw.oneIn(4)) {
			coding(of.putObject("emptyReason"), "http://terminology.hl7.org/CodeSystem/list-empty-reason",
					this.draw.of(REASONS));
		}
	}

	private static void coding(ObjectNode concept, String system, String code) {
		concept.putArray("coding").addObject().put("system", system).put("code", code);
	}

}
