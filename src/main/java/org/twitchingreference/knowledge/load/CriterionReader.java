package org.twitchingreference.knowledge.load;

import java.util.List;
import java.util.OptionalInt;

import org.hl7.fhir.r4.model.Extension;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.AllergyTo;
import org.twitchingreference.knowledge.CombinedCriterion;
import org.twitchingreference.knowledge.Criterion;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.DoseTable;
import org.twitchingreference.knowledge.KnowledgeException;
import org.twitchingreference.knowledge.MedicineCriterion;
import org.twitchingreference.knowledge.PersonCriterion;
import org.twitchingreference.knowledge.PregnancyRecorded;
import org.twitchingreference.knowledge.PregnancyRecorded.Answers;
import org.twitchingreference.knowledge.PregnancyRecorded.DueDate;
import org.twitchingreference.knowledge.PregnancyRecorded.Signs;
import org.twitchingreference.knowledge.ProblemCriterion;
import org.twitchingreference.knowledge.ResultCriterion.Comparison;
import org.twitchingreference.knowledge.Strength;
import org.twitchingreference.knowledge.Urgency;
import org.twitchingreference.knowledge.load.artifact.Extensions;

/** Reads the criterion extensions of one PlanDefinition, whose inputs name the data. */
final class CriterionReader {

	private static final String CRITERION = Extensions.BASE + "criterion";

	private static final String INPUT = "input";

	private final PlanInputs inputs;

	private final PlanReferences known;

	private final ResultCriteria results;

	private final AnswerCriteria answers;

	private final String file;

	CriterionReader(PlanInputs inputs, PlanReferences known, String file) {
		this.inputs = inputs;
		this.known = known;
		this.results = new ResultCriteria(inputs, file);
		this.answers = new AnswerCriteria(known.questions(), file);
		this.file = file;
	}

	/** Reads the one criterion among the extensions. */
	Criterion read(List<Extension> extensions, String where) {
		List<Criterion> found = children(extensions);
		if (found.size() != 1) {
			throw new KnowledgeException(this.file, where + " needs exactly one criterion and has " + found.size()
					+ ": put several into one of the kind all-of, any-of, first-of or at-least");
		}
		return found.get(0);
	}

	private List<Criterion> children(List<Extension> extensions) {
		return extensions.stream()
			.filter((extension) -> CRITERION.equals(extension.getUrl()))
			.map((extension) -> criterion(Extensions.of(extension, this.file)))
			.toList();
	}

	private Criterion criterion(Extensions parts) {
		String kind = parts.required("kind");
		Meaning meaning = meaning(parts);
		Criterion criterion = criterion(kind, parts, meaning);
		if (!meaning.sources().isEmpty() && !criterion.meaning().equals(meaning)) {
			throw new KnowledgeException(this.file, "'" + kind + "' has a source: name it at the criteria inside it");
		}
		return criterion;
	}

	private Criterion criterion(String kind, Extensions parts, Meaning meaning) {
		List<Criterion> children = children(parts.extensions());
		return switch (kind) {
			case "result-below-range" -> this.results.compared(parts, Comparison.BELOW_RANGE, meaning);
			case "result-above-range" -> this.results.compared(parts, Comparison.ABOVE_RANGE, meaning);
			case "result-outside-range" -> this.results.compared(parts, Comparison.OUTSIDE_RANGE, meaning);
			case "result-threshold" -> this.results.compared(parts, Comparison.THRESHOLD, meaning);
			case "result-present" -> this.results.compared(parts, Comparison.PRESENT, meaning);
			case "result-critical" -> this.results.critical(parts, meaning);
			case "result-near" -> this.results.near(parts, meaning);
			case "problem-active" -> new ProblemCriterion.ProblemActive(codes(parts), this.inputs.window(parts, INPUT),
					isTrue(parts, "lasting"), meaning);
			case "problem-ordered" -> new ProblemCriterion.ProblemOrdered(codes(parts), meaning);
			case "problem-repeated" ->
				new ProblemCriterion.ProblemRepeated(codes(parts), parts.requiredInteger("days"), meaning);
			case "pregnancy-recorded" -> pregnancy(parts);
			case "medicine-active" -> medicine(parts);
			case "medicines-together" ->
				new MedicineCriterion.MedicinesTogether(codes(parts), parts.requiredInteger("count"), meaning);
			case "allergy-to" -> new AllergyTo(codes(parts), meaning);
			case "daily-dose-above" -> new MedicineCriterion.DailyDoseAbove(codes(parts), doses(parts), meaning);
			case "dose-reduced" -> new MedicineCriterion.DoseReduced(codes(parts), doses(parts),
					read(parts.extensions(), "'dose-reduced'"), meaning);
			case "medicine-begun-since" -> this.results.begunSince(parts, meaning);
			case "age-between" -> new PersonCriterion.AgeBetween(parts.requiredInteger("from-age"),
					parts.requiredInteger("below-age"), meaning);
			case "sex" -> new PersonCriterion.SexIs(parts.required("sex"), meaning);
			case "rule-met" -> new CombinedCriterion.RuleMet(parts.required("rule"), meaning);
			case "ask" -> this.answers.read(parts, true, meaning);
			case "answered" -> this.answers.read(parts, false, meaning);
			case "all-of" -> new CombinedCriterion.AllOf(children);
			case "any-of" -> new CombinedCriterion.AnyOf(some(kind, children));
			case "first-of" -> new CombinedCriterion.FirstOf(some(kind, children));
			case "at-least" -> new CombinedCriterion.AtLeast(parts.requiredInteger("count"), some(kind, children));
			case "not" -> new CombinedCriterion.Not(read(parts.extensions(), "'not'"), meaning);
			case "unless" -> new CombinedCriterion.Unless(read(parts.extensions(), "'unless'"));
			default -> throw new KnowledgeException(this.file,
					"has a criterion of the unknown kind '" + kind + "': write one that README.md lists in \"A rule\"");
		};
	}

	private List<Criterion> some(String kind, List<Criterion> children) {
		if (children.isEmpty()) {
			throw new KnowledgeException(this.file, "'" + kind + "' needs criteria inside it");
		}
		return children;
	}

	private Criterion pregnancy(Extensions parts) {
		int days = this.inputs.window(parts, INPUT)
			.orElseThrow(() -> new KnowledgeException(this.file, "'pregnancy-recorded' needs a window of days"));
		Answers answers = new Answers(canonical(parts, "yes"), canonical(parts, "no"), parts.requiredInteger("no-days"),
				canonical(parts, "open"));
		DueDate due = new DueDate(this.inputs.codes(parts, "due"), parts.requiredInteger("grace-days"));
		Signs signs = new Signs(this.inputs.codes(parts, "signs"), canonical(parts, "positive"),
				canonical(parts, "negative"));
		return new PregnancyRecorded(codes(parts), days, answers, due, signs,
				read(parts.extensions(), "'pregnancy-recorded'"), meaning(parts));
	}

	private CodeSet canonical(Extensions parts, String part) {
		return this.known.codeSets().get(parts.required(part), this.file);
	}

	private Criterion medicine(Extensions parts) {
		return new MedicineCriterion.MedicineActive(codes(parts), isTrue(parts, "local-counts"),
				optional(parts, "days"), isTrue(parts, "each-entry"), optional(parts, "depot-days"), meaning(parts));
	}

	private static boolean isTrue(Extensions parts, String part) {
		return parts.text(part).map(Boolean::parseBoolean).orElse(false);
	}

	private DoseTable doses(Extensions parts) {
		return this.known.doseTables().get(parts.required("doses"), this.file);
	}

	private static OptionalInt optional(Extensions parts, String part) {
		return parts.integer(part).map(OptionalInt::of).orElseGet(OptionalInt::empty);
	}

	private CodeSet codes(Extensions parts) {
		return this.inputs.codes(parts, INPUT);
	}

	private Meaning meaning(Extensions parts) {
		return new Meaning(parts.choice("strength", Strength.class),
				parts.choice("urgency", Urgency.class).orElse(Urgency.ROUTINE), parts.text("reason").orElse(""),
				this.known.sources().get(parts.parts("source"), this.file));
	}

}
