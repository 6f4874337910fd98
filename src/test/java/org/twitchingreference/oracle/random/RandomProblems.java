package org.twitchingreference.oracle.random;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.twitchingreference.oracle.random.Vocabulary.Term;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Conditions of every set of the knowledge, by code and by name, in every status. */
final class RandomProblems {

	private final List<List<Term>> sets;

	private final RandomTimes times;

	private final Draw draw;

	RandomProblems(List<List<Term>> sets, RandomTimes times, Draw draw) {
		this.sets = sets;
		this.times = times;
		this.draw = draw;
	}

	ObjectNode condition() {
		ObjectNode condition = JsonNodeFactory.instance.objectNode().put("resourceType", "Condition");
		status(condition);
		code(condition.putObject("code"));
		if (!this.draw.oneIn(5)) {
			condition.put("recordedDate", this.times.dateTime());
		}
		else if (this.draw.oneIn(2)) {
			this.times.period(condition.putObject("onsetPeriod"));
		}
		else {
			condition.put("onsetDateTime", this.times.dateTime());
		}
		if (this.draw.oneIn(15)) {
			condition.put("abatementDateTime", this.times.dateTime());
		}
		return condition;
	}

	private void status(ObjectNode condition) {
		if (!this.draw.oneIn(10)) {
			concept(condition.putObject("clinicalStatus"), "condition-clinical", this.draw.word("active", "active",
					"active", "active", "recurrence", "relapse", "resolved", "inactive", "remission"));
		}
		if (!this.draw.oneIn(10)) {
			concept(condition.putObject("verificationStatus"), "condition-ver-status",
					this.draw.word("confirmed", "confirmed", "confirmed", "confirmed", "unconfirmed", "provisional",
							"differential", "refuted", "entered-in-error"));
		}
	}

	private void concept(ObjectNode concept, String system, String code) {
		if (this.draw.oneIn(20)) {
			concept.put("text", code);
			return;
		}
		ObjectNode coding = concept.putArray("coding").addObject();
		if (!this.draw.oneIn(10)) {
			coding.put("system", "http://terminology.hl7.org/CodeSystem/" + system);
		}
		coding.put("code", code);
	}

	private void code(ObjectNode code) {
		if (this.draw.oneIn(90)) {
			code.put("text", "Something else");
			return;
		}
		if (this.draw.oneIn(4)) {
			inWords(code);
			return;
		}
		for (int codings = this.draw.oneIn(6) ? 2 : 1; codings > 0; codings--) {
			Term term = this.draw.of(this.draw.of(this.sets));
			code.withArray("coding")
				.addObject()
				.put("system", this.draw.oneIn(90) ? "http://hospital.example/problems" : term.system())
				.put("code", term.display().isEmpty() ? longer(term.code()) : term.code());
		}
		if (this.draw.oneIn(8)) {
			code.put("text", written(this.draw.of(this.draw.of(this.sets))));
		}
	}

	/**
	 * By name: without a code, under the hospital's own, or under one that is unknown.
	 */
	private void inWords(ObjectNode code) {
		String words = written(this.draw.of(this.draw.of(this.sets)));
		switch (this.draw.below(5)) {
			case 0 -> coding(code, "http://hospital.example/problems", "4711").put("display", words);
			case 1 -> coding(code, "http://snomed.info/sct", "195967001").put("display", words);
			case 2 -> {
				coding(code, "http://hl7.org/fhir/sid/icd-10-cm", "J45.909").put("display", "Asthma");
				code.put("text", words);
			}
			default -> code.put("text", words);
		}
	}

	private static ObjectNode coding(ObjectNode code, String system, String value) {
		return code.withArray("coding").addObject().put("system", system).put("code", value);
	}

	/** The name of the term as physicians write it: denied, doubted, of somebody else. */
	private String written(Term term) {
		String name = this.draw.of(Stream.concat(Stream.of(term.display(), term.code()), term.names().stream())
			.filter((one) -> !one.isEmpty())
			.toList());
		return switch (this.draw.below(14)) {
			case 0 -> name.toUpperCase(Locale.ROOT);
			case 1 -> "Family history of " + name;
			case 2 -> this.draw.word("No ", "Not ", "Without ", "Denies cough and ") + name;
			case 3 -> this.draw.word("History of ", "Suspected ", "H/o ", "? ", "Query ") + name;
			case 4 -> name + this.draw.word(" ruled out", " - screening", "?", " risk", " (resolved)", " excluded");
			case 5 -> "No fever; " + name;
			case 6 -> "Chronic " + name + ", without complication";
			case 7 -> "x" + name + "x";
			case 8 -> name + " and " + this.draw.of(this.draw.of(this.sets)).display();
			case 9 -> "Fear of " + name + ". " + name;
			default -> name;
		};
	}

	/** ICD-10-CM codes match by how they begin; now and then one that is near. */
	private String longer(String code) {
		return switch (this.draw.below(8)) {
			case 0 -> code + (code.contains(".") ? "0" : ".0");
			case 1 -> code + (code.contains(".") ? "9" : ".91");
			case 2 -> code.substring(0, code.length() - 1);
			default -> code;
		};
	}

}
