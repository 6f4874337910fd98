package org.twitchingreference.oracle.random;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** For whom reports say that a range is: sexes, adults, and what nobody can tell. */
final class RandomPopulations {

	private final Draw draw;

	RandomPopulations(Draw draw) {
		this.draw = draw;
	}

	void add(ArrayNode appliesTo) {
		for (int number = this.draw.oneIn(5) ? 2 : 1; number > 0; number--) {
			population(appliesTo.addObject());
		}
	}

	private void population(ObjectNode population) {
		switch (this.draw.below(6)) {
			case 0, 1 -> population.put("text", words());
			case 2 -> coding(population).put("display", words());
			case 3 -> population.put("text", words()).withArray("coding").addAll(coded().withArray("coding"));
			default -> coding(population);
		}
	}

	private ObjectNode coded() {
		ObjectNode coded = JsonNodeFactory.instance.objectNode();
		coding(coded);
		return coded;
	}

	private ObjectNode coding(ObjectNode population) {
		ObjectNode coding = population.putArray("coding").addObject();
		return switch (this.draw.below(5)) {
			case 0 -> coding.put("system", "http://hl7.org/fhir/administrative-gender")
				.put("code", this.draw.word("male", "female", "other"));
			case 1 -> coding.put("system", "http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender")
				.put("code", this.draw.word("M", "F", "UN"));
			case 2 -> coding.put("system", "http://terminology.hl7.org/CodeSystem/sex-parameter-for-clinical-use")
				.put("code", this.draw.word("male-typical", "female-typical", "specified"));
			default -> coding.put("system", "http://snomed.info/sct")
				.put("code", this.draw.word("248152002", "248153007", "77386006"));
		};
	}

	private String words() {
		return this.draw.word("Female", "Women", "MALE", "men", "Adults", "adult female", "Male (adult)", "smokers",
				"Women, pregnant", "Female 18-50 y", "M");
	}

}
