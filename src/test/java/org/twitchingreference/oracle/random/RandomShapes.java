package org.twitchingreference.oracle.random;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same entries as other systems hand them over: in several versions, contained in
 * reports, in Bundles within the Bundle.
 */
final class RandomShapes {

	private static final String PATIENT = "Patient/" + RandomPerson.ID;

	private final Draw draw;

	RandomShapes(Draw draw) {
		this.draw = draw;
	}

	/** Changes some of the charts. */
	void reshape(ObjectNode bundle) {
		ArrayNode entries = (ArrayNode) bundle.required("entry");
		if (this.draw.oneIn(6)) {
			new RandomCodeForms(this.draw).respell(bundle);
		}
		if (this.draw.oneIn(8)) {
			lists(entries);
		}
		if (this.draw.oneIn(9)) {
			contain(entries);
		}
		if (this.draw.oneIn(9)) {
			new RandomReports(this.draw).unread(entries);
		}
		if (this.draw.oneIn(9)) {
			versions(entries);
		}
		if (this.draw.oneIn(9)) {
			nest(entries);
		}
	}

	/** Some entries speak of their list instead, and documents and Lists do. */
	private void lists(ArrayNode entries) {
		RandomLists lists = new RandomLists(this.draw);
		for (JsonNode entry : entries) {
			JsonNode resource = entry.required("resource");
			if (type(resource).equals("Condition") && this.draw.oneIn(2)) {
				lists.say((ObjectNode) resource.required("code"), "problems");
			}
			else if (resource.path("medicationCodeableConcept") instanceof ObjectNode medicine && this.draw.oneIn(2)) {
				lists.say(medicine, "medications");
			}
		}
		if (this.draw.oneIn(3)) {
			lists.sections(entries);
		}
		if (this.draw.oneIn(4)) {
			lists.list(entries);
		}
	}

	/** Some results go into a report, which says for them whose and of when they are. */
	private void contain(ArrayNode entries) {
		ObjectNode report = entries.objectNode()
			.put("resourceType", "DiagnosticReport")
			.put("id", "report")
			.put("status", this.draw.word("final", "final", "final", "partial", "entered-in-error"))
			.put("effectiveDateTime", this.draw.word("2026-11-20", "2026-11-01", "2026-10-02T09:00:00Z"));
		report.putObject("code").put("text", "Report");
		report.putObject("subject").put("reference", PATIENT);
		ArrayNode contained = report.putArray("contained");
		ArrayNode results = report.putArray("result");
		for (JsonNode entry : List.copyOf(entries.valueStream().toList())) {
			ObjectNode resource = (ObjectNode) entry.required("resource");
			boolean own = PATIENT.equals(resource.path("subject").path("reference").asString(""));
			if (type(resource).equals("Observation") && own && this.draw.oneIn(2)) {
				entries.removeIf((other) -> other == entry);
				contained.add(loosened(resource));
				results.addObject().put("reference", "#" + resource.required("id").stringValue());
			}
		}
		if (!contained.isEmpty()) {
			entries.addObject().put("fullUrl", "urn:uuid:report").set("resource", report);
		}
	}

	private ObjectNode loosened(ObjectNode result) {
		if (this.draw.oneIn(2)) {
			result.remove("subject");
		}
		if (this.draw.oneIn(4)) {
			result.remove(
					List.of("effectiveDateTime", "effectivePeriod", "effectiveInstant", "effectiveTiming", "issued"));
		}
		return result;
	}

	/** An entry comes again: as it was before, or as it was taken back. */
	private void versions(ArrayNode entries) {
		List<JsonNode> before = List.copyOf(entries.valueStream().toList());
		for (JsonNode entry : before) {
			ObjectNode resource = (ObjectNode) entry.required("resource");
			JsonNode other = before.get(this.draw.below(before.size())).required("resource");
			if (!Set.of("Patient", "Medication").contains(type(resource)) && type(other).equals(type(resource))
					&& this.draw.oneIn(2)) {
				ObjectNode version = ((ObjectNode) other.deepCopy()).put("id", resource.required("id").stringValue());
				version.remove("meta");
				if (this.draw.oneIn(4) && version.path("status").isString()) {
					version.put("status", "entered-in-error");
				}
				ordered(resource, version);
				ObjectNode again = entries.objectNode().put("fullUrl", entry.required("fullUrl").stringValue());
				again.set("resource", version);
				entries.insert(this.draw.below(entries.size() + 1), again);
			}
		}
	}

	/** By number, by time, by both, or, now and then, not at all. */
	private void ordered(ObjectNode one, ObjectNode other) {
		boolean first = this.draw.oneIn(2);
		if (this.draw.oneIn(40)) {
			return;
		}
		boolean byTime = this.draw.oneIn(2);
		version(one, first, byTime, byTime && this.draw.oneIn(2));
		version(other, !first, byTime, byTime && this.draw.oneIn(2));
	}

	private static void version(ObjectNode resource, boolean newer, boolean byTime, boolean bare) {
		ObjectNode meta = resource.putObject("meta");
		if (!bare) {
			meta.put("versionId", newer ? "10" : "9");
		}
		if (byTime) {
			meta.put("lastUpdated", newer ? "2026-11-20T10:00:00.000Z" : "2026-11-20T10:00:00.000+02:00");
		}
	}

	/** Everything but the patient may stand in an inner Bundle. */
	private void nest(ArrayNode entries) {
		ObjectNode inner = entries.objectNode()
			.put("resourceType", "Bundle")
			.put("type", this.draw.word("searchset", "collection", "batch-response"));
		ArrayNode within = inner.putArray("entry");
		for (JsonNode entry : List.copyOf(entries.valueStream().toList())) {
			if (!type(entry.required("resource")).equals("Patient") && this.draw.oneIn(2)) {
				entries.removeIf((other) -> other == entry);
				within.add(entry);
			}
		}
		if (!within.isEmpty()) {
			entries.addObject().set("resource", inner);
		}
	}

	private static String type(JsonNode resource) {
		return resource.path("resourceType").asString("");
	}

}
