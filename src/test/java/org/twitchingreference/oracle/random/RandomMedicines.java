package org.twitchingreference.oracle.random;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.twitchingreference.oracle.random.Vocabulary.Term;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries of every kind on every medicine of the knowledge: by ingredient, clinical drug
 * or name, under codes that nobody else knows, contained, referred to, in every status
 * and by every route.
 */
final class RandomMedicines {

	private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

	private final Vocabulary vocabulary;

	private final List<List<Term>> sets;

	private final RandomTimes times;

	private final Draw draw;

	private final RandomDosages dosages;

	private final RandomLocalCodes localCodes;

	RandomMedicines(Vocabulary vocabulary, List<List<Term>> sets, RandomTimes times, Draw draw) {
		this.vocabulary = vocabulary;
		this.sets = sets;
		this.times = times;
		this.draw = draw;
		this.dosages = new RandomDosages(times, draw);
		this.localCodes = new RandomLocalCodes(draw);
	}

	/**
	 * An entry of any kind, most often an order; what it refers to is added to the
	 * entries.
	 */
	ObjectNode entry(int number, List<ObjectNode> entries) {
		return switch (this.draw.below(8)) {
			case 0 -> statement(number, entries);
			case 1 -> administration(number, entries);
			case 2 -> dispense(number, entries);
			default -> request(number, entries);
		};
	}

	/** An allergy to a medicine, or that there is none. */
	ObjectNode allergy() {
		ObjectNode allergy = JsonNodeFactory.instance.objectNode().put("resourceType", "AllergyIntolerance");
		if (!this.draw.oneIn(6)) {
			status(allergy.putObject("clinicalStatus"), "active", "active", "active", "active", "inactive", "resolved");
		}
		if (!this.draw.oneIn(6)) {
			status(allergy.putObject("verificationStatus"), "confirmed", "confirmed", "confirmed", "unconfirmed",
					"refuted", "entered-in-error");
		}
		if (this.draw.oneIn(10)) {
			allergy.putObject("code").put("text", "No known allergy to " + name(this.draw.of(this.draw.of(this.sets))));
		}
		else if (this.draw.oneIn(20)) {
			allergy.putObject("code").put("text", this.draw.word("Shellfish", "A tablet in childhood", "Notes"));
		}
		else {
			medicine(allergy.putObject("code"), this.draw.of(this.sets));
		}
		if (this.draw.oneIn(4)) {
			allergy.putArray("category").add(this.draw.word("food", "environment", "medication", "biologic"));
		}
		if (this.draw.oneIn(6)) {
			medicine(allergy.putArray("reaction").addObject().putObject("substance"), this.draw.of(this.sets));
			allergy.withArray("reaction").get(0).asObject().putArray("manifestation").addObject().put("text", "Rash");
		}
		return allergy;
	}

	private void status(ObjectNode concept, String... codes) {
		concept.putArray("coding").addObject().put("code", this.draw.word(codes));
	}

	private ObjectNode statement(int number, List<ObjectNode> entries) {
		ObjectNode statement = entry("MedicationStatement", number, entries, "active", "active", "active", "active",
				"completed", "stopped", "on-hold", "intended", "not-taken", "entered-in-error");
		time(statement, "effective");
		dosage(statement, "dosage");
		return statement;
	}

	private ObjectNode administration(int number, List<ObjectNode> entries) {
		ObjectNode administration = entry("MedicationAdministration", number, entries, "completed", "completed",
				"completed", "in-progress", "stopped", "on-hold", "not-done", "entered-in-error");
		time(administration, "effective");
		if (this.draw.oneIn(3)) {
			administration.putObject("dosage").putObject("route").put("text", route());
		}
		return administration;
	}

	private ObjectNode dispense(int number, List<ObjectNode> entries) {
		ObjectNode dispense = entry("MedicationDispense", number, entries, "completed", "completed", "completed",
				"completed", "preparation", "in-progress", "cancelled", "on-hold", "stopped", "declined",
				"entered-in-error");
		if (!this.draw.oneIn(6)) {
			dispense.put("whenHandedOver", this.times.dateTime());
		}
		if (this.draw.oneIn(6)) {
			dispense.put("whenPrepared", this.times.dateTime());
		}
		if (!this.draw.oneIn(3)) {
			supply(dispense.putObject("daysSupply"));
		}
		dosage(dispense, "dosageInstruction");
		return dispense;
	}

	private void supply(ObjectNode supply) {
		supply.put("value",
				new BigDecimal(this.draw.word("1", "7", "28", "30", "30", "90", "91", "0", "30.5", "1001")));
		switch (this.draw.below(6)) {
			case 0 -> supply.put("unit", "Days");
			case 1 -> supply.put("unit", "days").put("system", "http://unitsofmeasure.org").put("code", "d");
			case 2 -> supply.put("unit", this.draw.word("wk", "tablets", "d"));
			case 3 -> supply.put("code", this.draw.word("d", "mo")).put("unit", "d");
			default -> {
			}
		}
	}

	private ObjectNode entry(String type, int number, List<ObjectNode> entries, String... statuses) {
		ObjectNode entry = JsonNodeFactory.instance.objectNode().put("resourceType", type);
		entry.put("status", this.draw.word(statuses));
		which(entry, number, entries);
		return entry;
	}

	private void time(ObjectNode entry, String name) {
		switch (this.draw.below(6)) {
			case 0 -> {
			}
			case 1, 2 -> this.times.period(entry.putObject(name + "Period"));
			default -> entry.put(name + "DateTime", this.times.dateTime());
		}
	}

	private void dosage(ObjectNode entry, String name) {
		if (this.draw.oneIn(4)) {
			dosage(entry.putArray(name).addObject());
		}
	}

	/** An order; a Medication it refers to outside of it is added to the entries. */
	private ObjectNode request(int number, List<ObjectNode> entries) {
		ObjectNode request = JsonNodeFactory.instance.objectNode().put("resourceType", "MedicationRequest");
		request.put("status", this.draw.word("active", "active", "active", "active", "active", "active", "completed",
				"completed", "stopped", "on-hold", "cancelled", "draft", "entered-in-error"));
		request.put("intent", this.draw.word("order", "order", "order", "order", "plan", "original-order",
				"reflex-order", "filler-order", "instance-order", "proposal", "option"));
		if (this.draw.oneIn(25)) {
			request.put("doNotPerform", this.draw.oneIn(2));
		}
		which(request, number, entries);
		if (!this.draw.oneIn(8)) {
			request.put("authoredOn", this.times.dateTime());
		}
		if (this.draw.oneIn(6)) {
			this.times.period(request.putObject("dispenseRequest").putObject("validityPeriod"));
		}
		if (this.draw.oneIn(4)) {
			dosage(request.putArray("dosageInstruction").addObject());
		}
		else if (this.draw.oneIn(2)) {
			this.dosages.dosages(request);
		}
		return request;
	}

	private void which(ObjectNode entry, int number, List<ObjectNode> entries) {
		List<Term> set = this.draw.of(this.sets);
		switch (this.draw.below(8)) {
			case 0 -> contained(entry, set);
			case 1, 2 -> referred(entry, set, number, entries);
			default -> medicine(entry.putObject("medicationCodeableConcept"), set);
		}
	}

	private void contained(ObjectNode request, List<Term> set) {
		ObjectNode medication = request.putArray("contained").addObject();
		medication(medication.put("resourceType", "Medication").put("id", "m"), set);
		ObjectNode reference = request.putObject("medicationReference");
		this.localCodes.display(reference.put("reference", this.draw.oneIn(30) ? "#other" : "#m"),
				name(this.draw.of(set)));
	}

	private void referred(ObjectNode request, List<Term> set, int number, List<ObjectNode> entries) {
		String id = "medication-" + number;
		ObjectNode medication = JsonNodeFactory.instance.objectNode().put("resourceType", "Medication").put("id", id);
		medication(medication, set);
		entries.add(medication);
		ObjectNode reference = request.putObject("medicationReference")
			.put("reference", this.draw.word("Medication/" + id, "Medication/" + id, "Medication/" + id + "/_history/2",
					"urn:uuid:" + id));
		this.localCodes.display(reference, name(this.draw.of(set)));
	}

	private void medication(ObjectNode medication, List<Term> set) {
		if (this.draw.oneIn(20)) {
			medication.put("status", this.draw.word("active", "inactive", "entered-in-error"));
		}
		if (!this.draw.oneIn(4)) {
			medicine(medication.putObject("code"), set);
		}
		if (this.draw.oneIn(8)) {
			medication.putObject("form").put("text", route());
		}
		if (!medication.has("code") || this.draw.oneIn(6)) {
			ArrayNode ingredients = medication.putArray("ingredient");
			for (int number = this.draw.between(1, 2); number > 0; number--) {
				ObjectNode ingredient = ingredients.addObject();
				if (this.draw.oneIn(15)) {
					ingredient.putObject("itemReference").put("reference", "#substance");
				}
				else {
					medicine(ingredient.putObject("itemCodeableConcept"), this.draw.of(this.sets));
				}
				if (this.draw.oneIn(5)) {
					ingredient.put("isActive", this.draw.oneIn(2));
				}
			}
		}
	}

	private void medicine(ObjectNode concept, List<Term> set) {
		Term term = this.draw.of(set);
		switch (this.draw.below(10)) {
			case 0, 1, 2 -> concept.put("text", written(name(term)));
			case 3, 4 -> coding(concept, RXNORM, this.draw.of(this.vocabulary.clinicalDrugs()));
			case 5 -> {
				coding(concept, term.system(), term.code());
				concept.put("text", written(name(term)));
			}
			case 6, 7 -> this.localCodes.code(concept, term, name(term));
			default -> coding(concept, term.system(), term.code());
		}
		if (this.draw.oneIn(15)) {
			Term other = this.draw.of(this.draw.of(this.sets));
			coding(concept, other.system(), other.code());
		}
	}

	private static void coding(ObjectNode concept, String system, String code) {
		concept.withArray("coding").addObject().put("system", system).put("code", code);
	}

	private String name(Term term) {
		List<String> names = Stream.concat(Stream.of(term.display()), term.names().stream())
			.filter((name) -> !name.isEmpty())
			.toList();
		return names.isEmpty() ? term.code() : this.draw.of(names);
	}

	private String written(String name) {
		return switch (this.draw.below(7)) {
			case 6 -> this.draw.word("not taking ", "No longer on ", "no ", "") + name
					+ this.draw.word(" - stopped", "", " (arrêté)", " On Hold");
			case 0 -> name.toUpperCase(Locale.ROOT)
					+ this.draw.word(" 20 MG TABLET", " 300 MG Oral Capsule", " 600 mg", " 5 MG/ML");
			case 1 -> name + " eye drops";
			case 2 -> "x" + name;
			case 3 -> "(" + name + ") 5 mg/mL";
			default -> name;
		};
	}

	private void dosage(ObjectNode dosage) {
		if (this.draw.oneIn(2)) {
			dosage.putObject("route").put("text", route());
		}
		if (this.draw.oneIn(2)) {
			this.times.period(dosage.putObject("timing").putObject("repeat").putObject("boundsPeriod"));
		}
	}

	private String route() {
		return this.draw.word("Oral", "Oral route", "Ophthalmic", "Topical", "Intravenous", "Cream", "Otic", "Tablet",
				"Transdermal", "Eye drops");
	}

}
