package org.twitchingreference.oracle.random;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers to the bedside questions, and what is not one. */
final class RandomAnswers {

	private final Vocabulary vocabulary;

	private final RandomTimes times;

	private final Draw draw;

	RandomAnswers(Vocabulary vocabulary, RandomTimes times, Draw draw) {
		this.vocabulary = vocabulary;
		this.times = times;
		this.draw = draw;
	}

	ObjectNode response() {
		ObjectNode response = JsonNodeFactory.instance.objectNode().put("resourceType", "QuestionnaireResponse");
		response.put("questionnaire", this.vocabulary.questionnaire() + this.draw.word("", "", "", "|1.0.0", "-else"));
		response.put("status",
				this.draw.word("completed", "completed", "completed", "completed", "amended", "entered-in-error"));
		response.put("authored", this.times.dateTime());
		ArrayNode items = response.putArray("item");
		for (int number = this.draw.between(1, 5); number > 0; number--) {
			ArrayNode holder = this.draw.oneIn(3) ? items.addObject().put("linkId", "group").putArray("item") : items;
			answer(holder.addObject(), this.draw.of(this.vocabulary.questions()));
		}
		return response;
	}

	private void answer(ObjectNode item, JsonNode question) {
		item.put("linkId", question.required("linkId").stringValue());
		if (this.draw.oneIn(15)) {
			return;
		}
		ArrayNode answers = item.putArray("answer");
		for (int number = this.draw.oneIn(12) ? 2 : 1; number > 0; number--) {
			value(answers.addObject(), question);
		}
	}

	private void value(ObjectNode answer, JsonNode question) {
		if (this.draw.oneIn(25)) {
			answer.put("valueString", "perhaps");
			return;
		}
		switch (question.required("type").stringValue()) {
			case "boolean" -> answer.put("valueBoolean", this.draw.oneIn(2));
			case "choice" -> choice(answer.putObject("valueCoding"), question);
			default -> amount(answer.putObject("valueQuantity"));
		}
	}

	private void choice(ObjectNode coding, JsonNode question) {
		List<JsonNode> options = question.required("answerOption").valueStream().toList();
		JsonNode chosen = this.draw.of(options).required("valueCoding");
		coding.put("system",
				this.draw.oneIn(20) ? "http://hospital.example/answers" : chosen.required("system").stringValue());
		coding.put("code", chosen.required("code").stringValue());
	}

	private void amount(ObjectNode quantity) {
		String unit = this.draw.word("mg/d", "mg/d", "mg/d", "g/d", "cups/d", "mg");
		quantity.put("value", unit.startsWith("g") ? this.draw.between(0, 2) : 100 * this.draw.between(0, 9));
		if (this.draw.oneIn(10)) {
			quantity.put("comparator", this.draw.word("<", "<=", ">", ">="));
		}
		if (!this.draw.oneIn(15)) {
			quantity.put("unit", unit).put("system", "http://unitsofmeasure.org").put("code", unit);
		}
	}

}
