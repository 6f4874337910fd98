package org.twitchingreference.oracle.random;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.twitchingreference.oracle.random.Vocabulary.Measurement;
import org.twitchingreference.oracle.random.Vocabulary.Term;
import org.twitchingreference.oracle.random.Vocabulary.Theme;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one rule looks at, plainly there: problems that are active and confirmed, orders
 * in use, tests ordered, results a little beyond a limit. Rules that ask for several
 * things at once would hardly ever hold by chance.
 */
final class RandomFindings {

	/** Of each kind; rules that rest on others name many. */
	private static final int MOST = 4;

	private final Draw draw;

	private final LocalDate asOf;

	/** What is known by words only, and ordered rather than found. */
	private final List<Term> restrictions;

	RandomFindings(Draw draw, LocalDate asOf, List<Term> restrictions) {
		this.restrictions = restrictions;
		this.draw = draw;
		this.asOf = asOf;
	}

	void add(Theme theme, List<ObjectNode> resources) {
		for (List<Term> problems : some(theme.problems())) {
			Term problem = this.draw.of(problems);
			resources.add(this.draw.oneIn(8) ? ordered(problem) : active(problem));
		}
		if (this.draw.oneIn(12)) {
			Term restriction = this.draw.of(this.restrictions);
			resources.add(this.draw.oneIn(2) ? ordered(restriction) : diet(restriction));
		}
		for (List<Term> medicines : some(theme.medicines())) {
			resources.add(inUse(this.draw.of(medicines)));
		}
		for (Measurement measurement : some(theme.measurements())) {
			if (!measurement.limits().isEmpty() && this.draw.oneIn(2)) {
				resources.add(measured(measurement));
			}
		}
	}

	/** Each at most once: a rule that asks for two things needs both. */
	private <T> List<T> some(List<T> all) {
		List<T> left = new ArrayList<>(all);
		List<T> drawn = new ArrayList<>(MOST);
		while (drawn.size() < MOST && !left.isEmpty()) {
			drawn.add(left.remove(this.draw.below(left.size())));
		}
		return drawn;
	}

	private ObjectNode active(Term problem) {
		ObjectNode condition = resource("Condition");
		condition.putObject("clinicalStatus").putArray("coding").addObject().put("code", "active");
		condition.putObject("verificationStatus").putArray("coding").addObject().put("code", "confirmed");
		coding(condition.putObject("code"), problem);
		return condition.put("recordedDate", day(20));
	}

	private ObjectNode ordered(Term problem) {
		ObjectNode order = resource("ServiceRequest").put("status", this.draw.word("active", "active", "completed"))
			.put("intent", "order");
		coding(order.putObject("code"), problem);
		return order.put("authoredOn", day(20));
	}

	private ObjectNode diet(Term problem) {
		ObjectNode order = resource("NutritionOrder").put("status", this.draw.word("active", "active", "on-hold"))
			.put("intent", "order");
		ObjectNode diet = order.putObject("oralDiet");
		if (this.draw.oneIn(2)) {
			coding(diet.putArray("type").addObject(), problem);
		}
		else {
			diet.put("instruction", problem.display());
		}
		return order.put("dateTime", day(20));
	}

	private ObjectNode inUse(Term medicine) {
		ObjectNode order = resource("MedicationRequest").put("status", "active").put("intent", "order");
		coding(order.putObject("medicationCodeableConcept"), medicine);
		return order.put("authoredOn", day(this.draw.oneIn(2) ? 40 : 400));
	}

	/** In the first of the units, a tenth beyond a limit on either side. */
	private ObjectNode measured(Measurement measurement) {
		ObjectNode result = resource("Observation").put("status", "final");
		coding(result.putObject("code"), this.draw.of(measurement.codes()));
		String unit = measurement.units().keySet().iterator().next();
		BigDecimal value = this.draw.of(measurement.limits())
			.multiply(new BigDecimal(this.draw.word("0.9", "1.1")))
			.setScale(measurement.decimals(), RoundingMode.HALF_UP);
		result.putObject("valueQuantity")
			.put("value", value)
			.put("unit", unit)
			.put("system", "http://unitsofmeasure.org")
			.put("code", unit);
		return result.put("effectiveDateTime", day(3));
	}

	private static ObjectNode resource(String type) {
		return JsonNodeFactory.instance.objectNode().put("resourceType", type);
	}

	private static void coding(ObjectNode concept, Term term) {
		if (term.system().endsWith("problem-word")) {
			concept.put("text", term.display());
		}
		else {
			concept.putArray("coding").addObject().put("system", term.system()).put("code", term.code());
		}
	}

	private String day(int within) {
		return this.asOf.minusDays(this.draw.below(within)).toString();
	}

}
