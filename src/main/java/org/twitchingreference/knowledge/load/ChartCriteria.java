package org.twitchingreference.knowledge.load;

import java.util.OptionalInt;

import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads criteria on what a chart holds, which have no others inside them. */
final class ChartCriteria {

	private static final String INPUT = "input";

	private final PlanInputs inputs;

	private final PlanReferences known;

	private final ResultCriteria results;

	private final AnswerCriteria answers;

	private final String file;

	ChartCriteria(PlanInputs inputs, PlanReferences known, String file) {
		this.inputs = inputs;
		this.known = known;
		this.results = new ResultCriteria(inputs, file);
		this.answers = new AnswerCriteria(known.questions(), file);
		this.file = file;
	}

	Criterion read(String kind, Extensions parts, Meaning meaning) {
		return switch (kind) {
			case "problem-active" -> new ProblemCriterion.ProblemActive(codes(parts), this.inputs.window(parts, INPUT),
					isTrue(parts, "lasting"), meaning);
			case "problem-ordered" -> new ProblemCriterion.ProblemOrdered(codes(parts), meaning);
			case "problem-repeated" ->
				new ProblemCriterion.ProblemRepeated(codes(parts), parts.requiredInteger("days"), meaning);
			case "medicine-active" -> medicine(parts, meaning);
			case "medicines-together" ->
				new MedicineCriterion.MedicinesTogether(codes(parts), parts.requiredInteger("count"), meaning);
			case "daily-dose-above" -> new MedicineCriterion.DailyDoseAbove(codes(parts), doses(parts), meaning);
			case "allergy-to" -> new AllergyTo(codes(parts), meaning);
			case "age-between" -> new PersonCriterion.AgeBetween(parts.requiredInteger("from-age"),
					parts.requiredInteger("below-age"), meaning);
			case "sex" -> new PersonCriterion.SexIs(parts.required("sex"), meaning);
			case "ask" -> this.answers.read(parts, true, meaning);
			case "answered" -> this.answers.read(parts, false, meaning);
			default -> this.results.read(kind, parts, meaning);
		};
	}

	private Criterion medicine(Extensions parts, Meaning meaning) {
		return new MedicineCriterion.MedicineActive(codes(parts), isTrue(parts, "local-counts"),
				optional(parts, "days"), isTrue(parts, "each-entry"), optional(parts, "depot-days"), meaning);
	}

	DoseTable doses(Extensions parts) {
		return this.known.doseTables().get(parts.required("doses"), this.file);
	}

	private static boolean isTrue(Extensions parts, String part) {
		return parts.text(part).map(Boolean::parseBoolean).orElse(false);
	}

	private static OptionalInt optional(Extensions parts, String part) {
		return parts.integer(part).map(OptionalInt::of).orElseGet(OptionalInt::empty);
	}

	private CodeSet codes(Extensions parts) {
		return this.inputs.codes(parts, INPUT);
	}

}
