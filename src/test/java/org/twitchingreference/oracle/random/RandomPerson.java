package org.twitchingreference.oracle.random;

import java.time.LocalDate;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Patients around the birthdays at which something changes. */
final class RandomPerson {

	static final String ID = "p";

	private RandomPerson() {
	}

	static ObjectNode patient(Draw draw, LocalDate asOf) {
		ObjectNode patient = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient").put("id", ID);
		if (!draw.oneIn(10)) {
			patient.put("gender", draw.word("male", "male", "female", "female", "female", "other", "unknown"));
		}
		if (!draw.oneIn(12)) {
			patient.put("birthDate", birthDate(draw, asOf));
		}
		return patient;
	}

	private static String birthDate(Draw draw, LocalDate asOf) {
		int years = draw.oneIn(3) ? Integer.parseInt(draw.word("12", "18", "24", "25", "40", "60", "65"))
				: draw.between(15, 95);
		LocalDate day = asOf.minusYears(years).plusDays(draw.between(-1, 1));
		if (draw.oneIn(3)) {
			day = day.minusDays(draw.below(365));
		}
		return switch (draw.below(12)) {
			case 0 -> day.toString().substring(0, 4);
			case 1 -> day.toString().substring(0, 7);
			case 2 -> draw.oneIn(4) ? asOf.plusDays(3).toString() : day.toString();
			default -> day.toString();
		};
	}

}
