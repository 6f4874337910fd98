package org.twitchingreference.oracle.random;

import java.math.BigDecimal;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dosages that state a daily dose around the bands of a label, and many that do not. */
final class RandomDosages {

	private final RandomTimes times;

	private final Draw draw;

	RandomDosages(RandomTimes times, Draw draw) {
		this.times = times;
		this.draw = draw;
	}

	void dosages(ObjectNode request) {
		ArrayNode dosages = request.putArray("dosageInstruction");
		int number = this.draw.oneIn(6) ? 2 : 1;
		boolean together = this.draw.oneIn(2);
		for (int sequence = 1; sequence <= number; sequence++) {
			ObjectNode dosage = dosages.addObject();
			if (number > 1 && !this.draw.oneIn(4)) {
				dosage.put("sequence", together ? 1 : sequence);
			}
			dosage(dosage);
		}
	}

	private void dosage(ObjectNode dosage) {
		ArrayNode doses = dosage.putArray("doseAndRate");
		for (int number = this.draw.oneIn(20) ? 2 : 1; number > 0; number--) {
			dose(doses.addObject());
		}
		repeat(dosage.putObject("timing").putObject("repeat"));
		if (this.draw.oneIn(12)) {
			dosage.put("asNeededBoolean", this.draw.oneIn(2));
		}
		if (this.draw.oneIn(25)) {
			dosage.putObject("maxDosePerPeriod").putObject("numerator").put("value", 900).put("code", "mg");
		}
	}

	private void dose(ObjectNode dose) {
		if (this.draw.oneIn(20)) {
			dose.putObject("doseRange").putObject("low").put("value", 1);
			return;
		}
		ObjectNode quantity = dose.putObject("doseQuantity");
		String unit = this.draw.word("mg", "mg", "g", "capsule", "{cap}", "tablet", "TAB", "mL", "");
		quantity.put("value", amount(unit));
		if (!unit.isEmpty()) {
			quantity.put("unit", unit);
		}
		if (this.draw.oneIn(20)) {
			quantity.put("comparator", "<");
		}
	}

	private BigDecimal amount(String unit) {
		return switch (unit) {
			case "mg" -> new BigDecimal(this.draw.word("100", "200", "233.3", "300", "350", "400", "600", "700", "0"));
			case "g" -> new BigDecimal(this.draw.word("0.1", "0.3", "0.6", "1.2"));
			default -> new BigDecimal(this.draw.word("1", "2", "3", "0.5"));
		};
	}

	private void repeat(ObjectNode repeat) {
		if (!this.draw.oneIn(8)) {
			repeat.put("frequency", this.draw.between(1, 4));
		}
		if (!this.draw.oneIn(12)) {
			repeat.put("period", this.draw.oneIn(2) ? 1 : this.draw.between(1, 12));
		}
		if (!this.draw.oneIn(12)) {
			repeat.put("periodUnit", this.draw.word("d", "d", "d", "h", "wk", "mo"));
		}
		if (this.draw.oneIn(15)) {
			repeat.put("periodMax", 14);
		}
		if (this.draw.oneIn(15)) {
			repeat.putArray("dayOfWeek").add("mon");
		}
		if (this.draw.oneIn(12)) {
			repeat.putArray("when").add("MORN").add("NIGHT");
		}
		if (this.draw.oneIn(8)) {
			this.times.period(repeat.putObject("boundsPeriod"));
		}
	}

}
