package org.twitchingreference.oracle.random;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.twitchingreference.oracle.random.Vocabulary.Measurement;
import org.twitchingreference.oracle.random.Vocabulary.Theme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random charts as Bundles. Each is drawn from its own seed, and holds what real charts
 * hold and what they should not: comparators, odd units, missing and string values, every
 * status, partial dates, several codings, medicines by every route, and values and times
 * on both sides of every limit.
 */
public final class RandomCharts {

	private final Vocabulary vocabulary = Vocabulary.shared();

	private final LocalDate asOf;

	public RandomCharts(LocalDate asOf) {
		this.asOf = asOf;
	}

	/** The chart of this seed. */
	public ObjectNode chart(long seed) {
		Draw draw = new Draw(seed);
		RandomTimes times = new RandomTimes(draw, this.asOf);
		List<ObjectNode> resources = new ArrayList<>();
		resources.add(RandomPerson.patient(draw, this.asOf));
		Theme theme = draw.of(this.vocabulary.themes());
		results(draw, times, theme, resources);
		RandomProblems problems = new RandomProblems(some(draw, theme.problems(), this.vocabulary.problems()), times,
				draw);
		for (int number = draw.below(4); number > 0; number--) {
			resources.add(problems.condition());
		}
		RandomMedicines medicines = new RandomMedicines(this.vocabulary,
				some(draw, theme.medicines(), this.vocabulary.medicines()), times, draw);
		for (int number = draw.below(5); number > 0; number--) {
			ObjectNode entry = medicines.entry(number, resources);
			resources.add(entry);
		}
		for (int number = draw.oneIn(3) ? draw.between(1, 2) : 0; number > 0; number--) {
			resources.add(medicines.allergy());
		}
		RandomPregnancy pregnancy = new RandomPregnancy(this.vocabulary, times, draw);
		for (int number = draw.oneIn(5) ? draw.between(1, 4) : 0; number > 0; number--) {
			resources.add(pregnancy.entry());
		}
		RandomAnswers answers = new RandomAnswers(this.vocabulary, times, draw);
		for (int number = draw.oneIn(4) ? draw.between(1, 2) : 0; number > 0; number--) {
			resources.add(answers.response());
		}
		if (draw.oneIn(2)) {
			new RandomFindings(draw, this.asOf, this.vocabulary.codesOf("fluid-restriction")).add(theme, resources);
		}
		ObjectNode bundle = bundle(resources, draw);
		new RandomShapes(draw).reshape(bundle);
		return bundle;
	}

	/**
	 * What one rule looks at comes together in most charts, else it would hardly ever.
	 */
	private static <T> List<T> some(Draw draw, List<T> themed, List<T> all) {
		return (themed.isEmpty() || draw.oneIn(4)) ? all : themed;
	}

	/** Few analytes and many results of each, so that they compete. */
	private void results(Draw draw, RandomTimes times, Theme theme, List<ObjectNode> resources) {
		RandomResults results = new RandomResults(this.vocabulary, times, draw);
		RandomLocalResults local = new RandomLocalResults(draw);
		List<Measurement> some = new ArrayList<>();
		for (int number = draw.between(1, 4); number > 0; number--) {
			some.add(draw.of(some(draw, theme.measurements(), this.vocabulary.measurements())));
		}
		for (int number = draw.below(9); number > 0; number--) {
			ObjectNode result = results.observation(draw.of(some));
			local.rewrite(result);
			resources.add(result);
			if (draw.oneIn(15)) {
				resources.add(specimen(draw, number, result));
			}
			if (draw.oneIn(12) && result.has("effectiveDateTime")) {
				resources.add(index(draw, result));
			}
		}
	}

	/** What the result was measured in, haemolysed or not, by code or in words. */
	private static ObjectNode specimen(Draw draw, int number, ObjectNode result) {
		result.putObject("specimen").put("reference", "Specimen/specimen-" + (draw.oneIn(20) ? 0 : number));
		ObjectNode specimen = JsonNodeFactory.instance.objectNode()
			.put("resourceType", "Specimen")
			.put("id", "specimen-" + number)
			.put("status", draw.word("available", "available", "available", "unsatisfactory"));
		ObjectNode condition = specimen.putArray("condition").addObject();
		if (draw.oneIn(2)) {
			condition.putArray("coding")
				.addObject()
				.put("system", "http://terminology.hl7.org/CodeSystem/v2-0493")
				.put("code", draw.word("HEM", "COOL", "ROOM"));
		}
		else {
			condition.put("text", draw.word("Hemolyzed", "not haemolysed", "clotted", "HEM"));
		}
		return specimen;
	}

	/** An index of haemolysis of the result's time, flagged or not. */
	private static ObjectNode index(Draw draw, ObjectNode result) {
		ObjectNode index = JsonNodeFactory.instance.objectNode()
			.put("resourceType", "Observation")
			.put("status", draw.word("final", "final", "corrected", "preliminary", "unknown", "cancelled"));
		index.set("effectiveDateTime", result.required("effectiveDateTime"));
		ObjectNode code = index.putObject("code");
		if (draw.oneIn(2)) {
			code.put("text", draw.word("Hemolysis index", "HAEMOLYSIS", "Lipemia index"));
		}
		else {
			code.putArray("coding").addObject().put("code", "HI").put("display", "Index, haemolysis");
		}
		index.put("valueString", draw.word("2+", "none", "180"));
		if (!draw.oneIn(4)) {
			new RandomFlags(draw).interpretation(index.putArray("interpretation").addObject());
		}
		return index;
	}

	private static ObjectNode bundle(List<ObjectNode> resources, Draw draw) {
		ObjectNode bundle = JsonNodeFactory.instance.objectNode()
			.put("resourceType", "Bundle")
			.put("type", "collection");
		ArrayNode entries = bundle.putArray("entry");
		int number = 0;
		for (ObjectNode resource : resources) {
			number++;
			String type = resource.required("resourceType").stringValue();
			if (!resource.has("id")) {
				resource.put("id", "r" + number);
			}
			if (!type.equals("Patient") && !type.equals("Medication")) {
				String patient = draw.oneIn(300) ? "Patient/another" : "Patient/" + RandomPerson.ID;
				resource
					.putObject(Set.of("AllergyIntolerance", "NutritionOrder").contains(type) ? "patient" : "subject")
					.put("reference", patient);
			}
			withoutEmpty(resource);
			entries.addObject()
				.put("fullUrl", "urn:uuid:" + resource.required("id").stringValue())
				.set("resource", resource);
		}
		return bundle;
	}

	/** FHIR knows no empty objects. */
	private static void withoutEmpty(JsonNode node) {
		node.valueStream().forEach(RandomCharts::withoutEmpty);
		if (node instanceof ObjectNode object) {
			object.removeIf((value) -> value.isContainer() && value.isEmpty());
		}
		else if (node instanceof ArrayNode array) {
			array.removeIf((value) -> value.isContainer() && value.isEmpty());
		}
	}

}
