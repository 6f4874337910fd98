package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.clinical.Quantity;

/**
 * The closed vocabulary of conditions that a rule may use (extension {@code criterion} of
 * fhir-resources). What a condition comes to for a chart is decided by its
 * {@link Evaluation}.
 */
public sealed interface Criterion {

	/** Hands this condition to the method of the evaluation that is for its kind. */
	<R> R evaluate(Evaluation<R> evaluation);

	/** One method for each kind of condition. */
	interface Evaluation<R> {

		R result(ResultIs criterion);

		R near(ResultNear criterion);

		R problem(ProblemActive criterion);

		R repeated(ProblemRepeated criterion);

		R pregnancy(PregnancyRecorded criterion);

		R medicine(MedicineActive criterion);

		R together(MedicinesTogether criterion);

		R allergy(AllergyTo criterion);

		R doseAbove(DailyDoseAbove criterion);

		R doseReduced(DoseReduced criterion);

		R begun(MedicineBegunSince criterion);

		R age(AgeBetween criterion);

		R sex(SexIs criterion);

		R rule(RuleMet criterion);

		R ask(Ask criterion);

		R all(AllOf criterion);

		R any(AnyOf criterion);

		R first(FirstOf criterion);

		R count(AtLeast criterion);

		R not(Not criterion);

	}

	/**
	 * What a met condition says: its strength as evidence, the urgency it brings, and its
	 * reason in plain words.
	 */
	record Meaning(Optional<Strength> strength, Urgency urgency, String reason) {

		/** Nothing but that it is met. */
		public static final Meaning PLAIN = new Meaning(Optional.empty(), Urgency.ROUTINE, "");

	}

	/** How a result is looked at. */
	enum Comparison {

		/** Below, above or on either side of the reference range. */
		BELOW_RANGE, ABOVE_RANGE, OUTSIDE_RANGE,
		/** Reaches a named threshold of the analyte. */
		THRESHOLD,
		/** There is a usable result in the window at all. */
		PRESENT

	}

	/** The newest valid result of an analyte, within so many days, compares as said. */
	record ResultIs(Analyte analyte, int withinDays, Comparison comparison, Optional<Analyte.Threshold> threshold,
			Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.result(this);
		}

	}

	/**
	 * There is a usable result of the analyte within so many hours of the newest one of
	 * the other analyte (which counts for so many days).
	 */
	record ResultNear(Analyte analyte, Analyte other, int withinDays, int hours, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.near(this);
		}

	}

	/**
	 * An active problem of the set, recorded within so many days where a window is given.
	 */
	record ProblemActive(CodeSet problems, OptionalInt withinDays, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.problem(this);
		}

	}

	/** A problem of the set recorded at least twice, so many days apart. */
	record ProblemRepeated(CodeSet problems, int daysApart, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.repeated(this);
		}

	}

	/**
	 * The newest answer to the questions about pregnancy, given within so many days, is a
	 * yes, or a due date is ahead or hardly past, or the other condition holds. A no
	 * counts for fewer days, and against the others only where it is newer.
	 */
	record PregnancyRecorded(CodeSet questions, int withinDays, Answers answers, DueDate due, Criterion otherwise,
			Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.pregnancy(this);
		}

		/** Which answers mean yes, no (for so many days), and that it is not known. */
		public record Answers(CodeSet yes, CodeSet no, int noDays, CodeSet open) {

		}

		/** The codes of due dates, and for how many days a birth may be late. */
		public record DueDate(CodeSet codes, int graceDays) {

		}

	}

	/**
	 * A medicine of the set in use: systemic routes only unless local ones count, used
	 * for at least so many days where said; one that ended still counts for so many depot
	 * days.
	 */
	record MedicineActive(CodeSet medicines, boolean localCounts, OptionalInt atLeastDays, OptionalInt depotDays,
			Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.medicine(this);
		}

	}

	/** At least so many different ingredients of the set in use at once. */
	record MedicinesTogether(CodeSet medicines, int count, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.together(this);
		}

	}

	/** An allergy or intolerance to a medicine of the set is recorded. */
	record AllergyTo(CodeSet medicines, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.allergy(this);
		}

	}

	/** The daily dose of a medicine of the set in use is above the band of its doses. */
	record DailyDoseAbove(CodeSet medicines, DoseTable doses, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.doseAbove(this);
		}

	}

	/**
	 * The measure of the doses lies in another band than the highest; where it is not
	 * known, the other condition has to hold. The daily doses of the medicines of the set
	 * are shown beside it.
	 */
	record DoseReduced(CodeSet medicines, DoseTable doses, Criterion otherwise, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.doseReduced(this);
		}

	}

	/**
	 * An ingredient of the set in use was begun after the newest result of the analyte
	 * (which counts for so many days).
	 */
	record MedicineBegunSince(CodeSet medicines, Analyte analyte, int withinDays,
			Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.begun(this);
		}

	}

	/** Age in completed years, from (inclusive) and below (exclusive). */
	record AgeBetween(int from, int below, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.age(this);
		}

	}

	/** Administrative gender as in FHIR. */
	record SexIs(String sex, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.sex(this);
		}

	}

	/** Another rule, by its id, is met. */
	record RuleMet(String rule, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.rule(this);
		}

	}

	/**
	 * A bedside question is answered yes, with one of the codes, or with more than the
	 * amount, as its kind is. Without an answer it is to be asked, or else simply no: an
	 * exception or a red flag counts only when somebody has said so.
	 */
	record Ask(Question question, Set<Code> answers, Optional<Quantity> above, boolean openUntilAnswered,
			Meaning meaning) implements Criterion {

		public Ask {
			answers = Set.copyOf(answers);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.ask(this);
		}

	}

	/** All of the conditions hold. */
	record AllOf(List<Criterion> of) implements Criterion {

		public AllOf {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.all(this);
		}

	}

	/** At least one of the conditions holds. */
	record AnyOf(List<Criterion> of) implements Criterion {

		public AnyOf {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.any(this);
		}

	}

	/**
	 * The first condition that can be decided decides: results before the problem list. A
	 * problem that is not listed decides nothing here.
	 */
	record FirstOf(List<Criterion> of) implements Criterion {

		public FirstOf {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.first(this);
		}

	}

	/** At least so many of the conditions hold. */
	record AtLeast(int count, List<Criterion> of) implements Criterion {

		public AtLeast {
			of = List.copyOf(of);
		}

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.count(this);
		}

	}

	/** The condition does not hold. */
	record Not(Criterion of, Meaning meaning) implements Criterion {

		@Override
		public <R> R evaluate(Evaluation<R> evaluation) {
			return evaluation.not(this);
		}

	}

}
