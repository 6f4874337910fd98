package org.twitchingreference.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Extension;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;
import org.twitchingreference.knowledge.Criterion.Comparison;
import org.twitchingreference.knowledge.Criterion.Meaning;
import org.twitchingreference.knowledge.Criterion.PregnancyRecorded;
import org.twitchingreference.knowledge.Criterion.PregnancyRecorded.Answers;
import org.twitchingreference.knowledge.Criterion.PregnancyRecorded.DueDate;

/** Reads the criterion extensions of one PlanDefinition, whose inputs name the data. */
final class Criteria {

	private static final String CRITERION = Extensions.BASE + "criterion";

	private final Map<String, DataRequirement> inputs;

	private final Analytes analytes;

	private final CodeSets codeSets;

	private final DoseTables doseTables;

	private final Questions questions;

	private final String file;

	private final Set<String> used = new HashSet<>();

	Criteria(Map<String, DataRequirement> inputs, Analytes analytes, CodeSets codeSets, DoseTables doseTables,
			Questions questions, String file) {
		this.inputs = inputs;
		this.analytes = analytes;
		this.codeSets = codeSets;
		this.doseTables = doseTables;
		this.questions = questions;
		this.file = file;
	}

	/** Once all criteria are read: every input must be there for one of them. */
	void checkInputsUsed() {
		for (String input : this.inputs.keySet()) {
			if (!this.used.contains(input)) {
				throw new KnowledgeException(this.file, "has the input '" + input + "', which no criterion uses");
			}
		}
	}

	/** Reads the one criterion among the extensions. */
	Criterion read(List<Extension> extensions, String where) {
		List<Criterion> found = children(extensions);
		if (found.size() != 1) {
			throw new KnowledgeException(this.file, where + " needs exactly one criterion");
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
		List<Criterion> children = children(parts.extensions());
		return switch (kind) {
			case "result-below-range" -> result(parts, Comparison.BELOW_RANGE);
			case "result-above-range" -> result(parts, Comparison.ABOVE_RANGE);
			case "result-outside-range" -> result(parts, Comparison.OUTSIDE_RANGE);
			case "result-threshold" -> result(parts, Comparison.THRESHOLD);
			case "result-present" -> result(parts, Comparison.PRESENT);
			case "result-near" -> near(parts);
			case "problem-active" -> new Criterion.ProblemActive(codes(parts), window(parts), meaning(parts));
			case "problem-repeated" ->
				new Criterion.ProblemRepeated(codes(parts), parts.requiredInteger("days"), meaning(parts));
			case "pregnancy-recorded" -> pregnancy(parts);
			case "medicine-active" -> medicine(parts);
			case "medicines-together" ->
				new Criterion.MedicinesTogether(codes(parts), parts.requiredInteger("count"), meaning(parts));
			case "allergy-to" -> new Criterion.AllergyTo(codes(parts), meaning(parts));
			case "daily-dose-above" -> new Criterion.DailyDoseAbove(codes(parts), doses(parts), meaning(parts));
			case "dose-reduced" -> new Criterion.DoseReduced(codes(parts), doses(parts),
					read(parts.extensions(), "'dose-reduced'"), meaning(parts));
			case "medicine-begun-since" -> begun(parts);
			case "age-between" -> new Criterion.AgeBetween(parts.requiredInteger("from-age"),
					parts.requiredInteger("below-age"), meaning(parts));
			case "sex" -> new Criterion.SexIs(parts.required("sex"), meaning(parts));
			case "rule-met" -> new Criterion.RuleMet(parts.required("rule"), meaning(parts));
			case "ask" -> ask(parts, true);
			case "answered" -> ask(parts, false);
			case "all-of" -> new Criterion.AllOf(children);
			case "any-of" -> new Criterion.AnyOf(some(kind, children));
			case "first-of" -> new Criterion.FirstOf(some(kind, children));
			case "at-least" -> new Criterion.AtLeast(parts.requiredInteger("count"), some(kind, children));
			case "not" -> new Criterion.Not(read(parts.extensions(), "'not'"), meaning(parts));
			default -> throw new KnowledgeException(this.file, "has a criterion of the unknown kind '" + kind + "'");
		};
	}

	private List<Criterion> some(String kind, List<Criterion> children) {
		if (children.isEmpty()) {
			throw new KnowledgeException(this.file, "'" + kind + "' needs criteria inside it");
		}
		return children;
	}

	private Criterion result(Extensions parts, Comparison comparison) {
		DataRequirement input = input(parts);
		Analyte analyte = analyte(input);
		Optional<Analyte.Threshold> threshold = parts.text("threshold")
			.map((id) -> Optional.ofNullable(analyte.thresholds().get(id))
				.orElseThrow(() -> new KnowledgeException(this.file, analyte.id() + " has no threshold '" + id + "'")));
		if ((comparison == Comparison.THRESHOLD) != threshold.isPresent()) {
			throw new KnowledgeException(this.file, "a threshold belongs to result-threshold, and only there");
		}
		return new Criterion.ResultIs(analyte, window(parts).orElse(analyte.validDays()), comparison, threshold,
				meaning(parts));
	}

	private Criterion near(Extensions parts) {
		DataRequirement other = input(parts, "other");
		Analyte analyte = analyte(other);
		return new Criterion.ResultNear(analyte(input(parts, "input")), analyte,
				window(other).orElse(analyte.validDays()), parts.requiredInteger("hours"), meaning(parts));
	}

	private Criterion begun(Extensions parts) {
		DataRequirement other = input(parts, "other");
		Analyte analyte = analyte(other);
		return new Criterion.MedicineBegunSince(codes(parts), analyte, window(other).orElse(analyte.validDays()),
				meaning(parts));
	}

	private Analyte analyte(DataRequirement input) {
		List<String> computed = Extensions.of(input, this.file).texts("computed");
		return computed.isEmpty() ? this.analytes.byCodes(valueSet(input), this.file)
				: this.analytes.byCanonical(computed.get(0), this.file);
	}

	private Criterion pregnancy(Extensions parts) {
		int days = window(parts)
			.orElseThrow(() -> new KnowledgeException(this.file, "'pregnancy-recorded' needs a window of days"));
		Answers answers = new Answers(canonical(parts, "yes"), canonical(parts, "no"), parts.requiredInteger("no-days"),
				canonical(parts, "open"));
		DueDate due = new DueDate(this.codeSets.get(valueSet(input(parts, "due")), this.file),
				parts.requiredInteger("grace-days"));
		return new PregnancyRecorded(codes(parts), days, answers, due, read(parts.extensions(), "'pregnancy-recorded'"),
				meaning(parts));
	}

	private CodeSet canonical(Extensions parts, String part) {
		return this.codeSets.get(parts.required(part), this.file);
	}

	private Criterion medicine(Extensions parts) {
		boolean localCounts = parts.text("local-counts").map(Boolean::parseBoolean).orElse(false);
		return new Criterion.MedicineActive(codes(parts), localCounts, optional(parts, "days"),
				optional(parts, "depot-days"), meaning(parts));
	}

	private DoseTable doses(Extensions parts) {
		return this.doseTables.get(parts.required("doses"), this.file);
	}

	private static OptionalInt optional(Extensions parts, String part) {
		return parts.integer(part).map(OptionalInt::of).orElseGet(OptionalInt::empty);
	}

	private CodeSet codes(Extensions parts) {
		return this.codeSets.get(valueSet(input(parts)), this.file);
	}

	private Criterion ask(Extensions parts, boolean openUntilAnswered) {
		Question question = this.questions.get(parts.required("question"), this.file);
		List<String> expected = parts.parts("answer");
		Set<Code> answers = question.options()
			.stream()
			.map(Question.Option::code)
			.filter((code) -> expected.contains(code.code()))
			.collect(Collectors.toSet());
		Criterion.Ask ask = new Criterion.Ask(question, answers, above(parts), openUntilAnswered, meaning(parts));
		boolean fits = answers.size() == expected.size() && switch (question.kind()) {
			case YES_NO -> expected.isEmpty() && ask.above().isEmpty();
			case CHOICE -> !expected.isEmpty() && ask.above().isEmpty();
			case AMOUNT -> expected.isEmpty() && ask.above().map(Quantity::unit).equals(question.unit());
		};
		if (!fits) {
			throw new KnowledgeException(this.file,
					"expects answers that the question '" + question.id() + "' does not take");
		}
		return ask;
	}

	private Optional<Quantity> above(Extensions parts) {
		return parts.value("above").map((value) -> {
			if (!(value instanceof org.hl7.fhir.r4.model.Quantity amount) || !amount.hasValue() || !amount.hasCode()) {
				throw new KnowledgeException(this.file, "has an amount to be above without a number or a unit");
			}
			return new Quantity(amount.getValue(), amount.getCode());
		});
	}

	private DataRequirement input(Extensions parts) {
		return input(parts, "input");
	}

	private DataRequirement input(Extensions parts, String part) {
		String id = parts.required(part);
		this.used.add(id);
		return Optional.ofNullable(this.inputs.get(id))
			.orElseThrow(() -> new KnowledgeException(this.file, "names the input '" + id + "', and no action has it"));
	}

	private String valueSet(DataRequirement input) {
		String valueSet = input.getCodeFilterFirstRep().getValueSet();
		if (valueSet == null) {
			throw new KnowledgeException(this.file, "the input '" + input.getId() + "' names no value set");
		}
		return valueSet;
	}

	private OptionalInt window(Extensions parts) {
		return window(input(parts));
	}

	private OptionalInt window(DataRequirement input) {
		return input.hasDateFilter()
				? OptionalInt.of(Analytes.days(input.getDateFilterFirstRep().getValueDuration(), this.file))
				: OptionalInt.empty();
	}

	private static Meaning meaning(Extensions parts) {
		return new Meaning(parts.text("strength").map((code) -> Strength.valueOf(code.toUpperCase(Locale.ROOT))),
				parts.text("urgency")
					.map((code) -> Urgency.valueOf(code.toUpperCase(Locale.ROOT)))
					.orElse(Urgency.ROUTINE),
				parts.text("reason").orElse(""));
	}

}
