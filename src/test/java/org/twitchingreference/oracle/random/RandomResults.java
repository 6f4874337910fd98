package org.twitchingreference.oracle.random;

import java.util.Collections;
import java.util.List;

import org.twitchingreference.oracle.random.Vocabulary.Measurement;
import org.twitchingreference.oracle.random.Vocabulary.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Observations of every analyte, as laboratories report them and as they should not. */
final class RandomResults {

	private final Vocabulary vocabulary;

	private final RandomTimes times;

	private final RandomValues values;

	private final RandomFlags flags;

	private final Draw draw;

	RandomResults(Vocabulary vocabulary, RandomTimes times, Draw draw) {
		this.vocabulary = vocabulary;
		this.times = times;
		this.values = new RandomValues(vocabulary, draw);
		this.flags = new RandomFlags(draw);
		this.draw = draw;
	}

	ObjectNode observation(Measurement measurement) {
		ObjectNode observation = JsonNodeFactory.instance.objectNode().put("resourceType", "Observation");
		if (!this.draw.oneIn(40)) {
			observation.put("status", status());
		}
		if (this.draw.oneIn(4)) {
			observation.putArray("category")
				.addObject()
				.putArray("coding")
				.addObject()
				.put("system", "http://terminology.hl7.org/CodeSystem/observation-category")
				.put("code", this.draw.word("laboratory", "laboratory", "laboratory", "vital-signs", "survey", "exam",
						"social-history"));
		}
		effective(observation);
		if (this.draw.oneIn(15)) {
			panel(observation, measurement);
		}
		else {
			code(observation.putObject("code"), measurement);
			reported(observation, measurement);
		}
		if (this.draw.oneIn(20)) {
			focus(observation.putArray("focus").addObject());
		}
		if (this.draw.oneIn(15)) {
			observation.putArray("note").addObject().put("text", note());
		}
		return observation;
	}

	/** What it is about: the patient, what is the patient's, or somebody else. */
	private void focus(ObjectNode focus) {
		switch (this.draw.below(6)) {
			case 0 -> focus.put("reference", "Patient/" + RandomPerson.ID);
			case 1 -> focus.put("reference", "Specimen/s1");
			case 2 -> focus.put("type", "Condition").put("display", "the illness");
			case 3 -> focus.put("reference", "Patient/fetus").put("display", "fetus");
			case 4 -> focus.put("reference", "http://hospital.example/fhir/RelatedPerson/donor");
			default -> focus.put("display", "a device");
		}
	}

	private String status() {
		return this.draw.word("final", "final", "final", "final", "final", "final", "final", "final", "amended",
				"corrected", "preliminary", "preliminary", "entered-in-error", "cancelled", "registered", "unknown",
				"Final");
	}

	private void effective(ObjectNode observation) {
		switch (this.draw.below(14)) {
			case 0 -> this.times.period(observation.putObject("effectivePeriod"));
			case 1 -> {
				if (this.draw.oneIn(4)) {
					observation.putObject("effectiveTiming").putArray("event").add(this.times.dateTime());
				}
				else {
					observation.put("effectiveInstant", this.times.instant());
				}
			}
			case 2 -> observation.put("issued", this.times.instant());
			case 3, 4 -> {
				observation.put("effectiveDateTime", this.times.dateTime());
				observation.put("issued", this.times.instant());
			}
			default -> observation.put("effectiveDateTime", this.times.dateTime());
		}
		if (this.draw.oneIn(30)) {
			observation.remove(
					List.of("effectiveDateTime", "effectivePeriod", "effectiveInstant", "effectiveTiming", "issued"));
			if (this.draw.oneIn(2)) {
				observation.put("effectiveDateTime", this.draw.word("2026-13-45", "22/11/2026"));
			}
		}
	}

	/** Several results in one Observation, with a value of its own or without. */
	private void panel(ObjectNode observation, Measurement measurement) {
		if (this.draw.oneIn(3)) {
			code(observation.putObject("code"), measurement);
			reported(observation, measurement);
		}
		else {
			observation.putObject("code").put("text", "Panel");
		}
		ArrayNode components = observation.putArray("component");
		for (int number = this.draw.between(1, 3); number > 0; number--) {
			Measurement other = this.draw.oneIn(2) ? measurement : this.draw.of(this.vocabulary.measurements());
			ObjectNode component = components.addObject();
			code(component.putObject("code"), other);
			reported(component, other);
		}
	}

	private void reported(ObjectNode result, Measurement measurement) {
		String unit = this.draw.of(List.copyOf(measurement.units().keySet()));
		this.values.value(result, measurement, unit);
		if (this.draw.oneIn(8)) {
			ArrayNode interpretation = result.putArray("interpretation");
			for (int flags = this.draw.oneIn(8) ? 2 : 1; flags > 0; flags--) {
				this.flags.interpretation(interpretation.addObject());
			}
		}
		if (this.draw.oneIn(5)) {
			ArrayNode ranges = result.putArray("referenceRange");
			for (int number = this.draw.oneIn(10) ? 2 : 1; number > 0; number--) {
				this.values.range(ranges.addObject(), measurement, unit);
			}
		}
	}

	private void code(ObjectNode code, Measurement measurement) {
		ArrayNode codings = code.putArray("coding");
		if (this.draw.oneIn(12)) {
			codings.addObject().put("system", "http://hospital.example/lab").put("code", "X-" + this.draw.below(9));
		}
		boolean excluded = this.draw.oneIn(15) && !measurement.excluded().isEmpty();
		coding(codings, this.draw.of(excluded ? measurement.excluded() : measurement.codes()));
		if (this.draw.oneIn(25)) {
			Measurement other = this.draw.of(this.vocabulary.measurements());
			if (!Collections.disjoint(other.units().keySet(), measurement.units().keySet())) {
				coding(codings, this.draw
					.of((other.excluded().isEmpty() || this.draw.oneIn(2)) ? other.codes() : other.excluded()));
			}
		}
		if (this.draw.oneIn(3)) {
			code.put("text", measurement.id());
		}
	}

	private void coding(ArrayNode codings, Term term) {
		codings.addObject()
			.put("system", this.draw.oneIn(40) ? "urn:oid:2.16.840.1.113883.6.1" : term.system())
			.put("code", term.code());
	}

	private String note() {
		return this.draw.word("Haemolysed specimen", "HEMOLYZED sample", "not haemolysed", "No hemolysis seen",
				"haemolysis: none", "slightly haemolysed, repeat", "lipaemic", "drip arm", "seen by the laboratory");
	}

}
