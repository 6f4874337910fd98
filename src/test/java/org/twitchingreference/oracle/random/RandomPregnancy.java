package org.twitchingreference.oracle.random;

import java.util.List;

import org.twitchingreference.oracle.random.Vocabulary.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers to the question about pregnancy, due dates and pregnancies on the problem list,
 * in every status, with odd codes and values and partial dates, so that they compete and
 * contradict each other.
 */
final class RandomPregnancy {

	private static final List<String> SETS = List.of("pregnancy-yes", "pregnancy-yes", "pregnancy-no", "pregnancy-no",
			"pregnancy-open");

	private final Vocabulary vocabulary;

	private final RandomTimes times;

	private final Draw draw;

	RandomPregnancy(Vocabulary vocabulary, RandomTimes times, Draw draw) {
		this.vocabulary = vocabulary;
		this.times = times;
		this.draw = draw;
	}

	ObjectNode entry() {
		if (this.draw.oneIn(6)) {
			return new RandomProblems(List.of(this.vocabulary.codesOf("pregnancy")), this.times, this.draw).condition();
		}
		return observation();
	}

	private ObjectNode observation() {
		ObjectNode observation = JsonNodeFactory.instance.objectNode().put("resourceType", "Observation");
		if (!this.draw.oneIn(40)) {
			observation.put("status", this.draw.word("final", "final", "final", "final", "amended", "corrected",
					"preliminary", "preliminary", "entered-in-error", "cancelled", "registered", "unknown"));
		}
		if (!this.draw.oneIn(4)) {
			coding(observation.putArray("category").addObject().putArray("coding"),
					"http://terminology.hl7.org/CodeSystem/observation-category",
					this.draw.word("social-history", "social-history", "survey", "exam", "laboratory", "vital-signs"));
		}
		effective(observation);
		ObjectNode holder = observation;
		if (this.draw.oneIn(12)) {
			observation.putObject("code").put("text", "Pregnancy");
			holder = observation.putArray("component").addObject();
		}
		stated(holder);
		return observation;
	}

	private void effective(ObjectNode observation) {
		switch (this.draw.below(12)) {
			case 0 -> this.times.period(observation.putObject("effectivePeriod"));
			case 1 -> observation.put("issued", this.times.instant());
			case 2 -> {
				if (this.draw.oneIn(2)) {
					observation.put("effectiveInstant", this.times.instant());
				}
			}
			default -> observation.put("effectiveDateTime", this.times.dateTime());
		}
	}

	private void stated(ObjectNode holder) {
		if (this.draw.oneIn(5)) {
			sign(holder);
			return;
		}
		boolean due = this.draw.oneIn(3);
		Term question = this.draw.of(this.vocabulary.codesOf(due ? "delivery-date" : "pregnancy-status"));
		coding(holder.putObject("code").putArray("coding"), question.system(), question.code());
		switch (this.draw.below(16)) {
			case 0 -> holder.put("valueString", "pregnant");
			case 1 -> holder.putObject("dataAbsentReason").put("text", "not asked");
			case 2 -> holder.put("valueInteger", 1);
			case 3 -> holder.putObject("valueCodeableConcept").put("text", "expecting");
			case 4 -> holder.put("valueDateTime", this.times.dueDate());
			case 5 -> answer(holder.putObject("valueCodeableConcept").putArray("coding"));
			default -> {
				if (due) {
					holder.put("valueDateTime", this.times.dueDate());
				}
				else {
					answer(holder.putObject("valueCodeableConcept").putArray("coding"));
				}
			}
		}
	}

	private void sign(ObjectNode holder) {
		Term term = this.draw.of(this.vocabulary.codesOf("pregnancy-signs"));
		coding(holder.putObject("code").putArray("coding"), term.system(), term.code());
		switch (this.draw.below(6)) {
			case 0 -> holder.put("valueString", this.draw.word("Positive", "negative", "NEG", "equivocal"));
			case 1 -> holder.putObject("valueCodeableConcept").put("text", this.draw.word("Not detected", "pos", "?"));
			case 2, 3 -> {
				Term result = this.draw
					.of(this.vocabulary.codesOf(this.draw.word("pregnancy-test-positive", "pregnancy-test-negative")));
				coding(holder.putObject("valueCodeableConcept").putArray("coding"), result.system(), result.code());
			}
			default -> holder.putObject("valueQuantity")
				.put("value", this.draw.below(50))
				.put("unit", this.draw.word("wk", "weeks", "d", "mo"));
		}
	}

	private void answer(ArrayNode codings) {
		for (int number = this.draw.oneIn(10) ? 2 : 1; number > 0; number--) {
			Term term = this.draw.of(this.vocabulary.codesOf(this.draw.of(SETS)));
			coding(codings, this.draw.oneIn(12) ? "http://hospital.example/answers" : term.system(), term.code());
		}
	}

	private static void coding(ArrayNode codings, String system, String code) {
		codings.addObject().put("system", system).put("code", code);
	}

}
