package org.twitchingreference.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.knowledge.CombinedCriterion.AllOf;
import org.twitchingreference.knowledge.CombinedCriterion.AnyOf;
import org.twitchingreference.knowledge.CombinedCriterion.AtLeast;
import org.twitchingreference.knowledge.CombinedCriterion.FirstOf;
import org.twitchingreference.knowledge.CombinedCriterion.Not;
import org.twitchingreference.knowledge.CombinedCriterion.RuleMet;
import org.twitchingreference.knowledge.CombinedCriterion.Unless;
import org.twitchingreference.knowledge.MedicineCriterion.DailyDoseAbove;
import org.twitchingreference.knowledge.MedicineCriterion.DoseReduced;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineActive;
import org.twitchingreference.knowledge.MedicineCriterion.MedicineBegunSince;
import org.twitchingreference.knowledge.MedicineCriterion.MedicinesTogether;
import org.twitchingreference.knowledge.PersonCriterion.AgeBetween;
import org.twitchingreference.knowledge.PersonCriterion.Ask;
import org.twitchingreference.knowledge.PersonCriterion.SexIs;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemActive;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemOrdered;
import org.twitchingreference.knowledge.ProblemCriterion.ProblemRepeated;
import org.twitchingreference.knowledge.ResultCriterion.ResultCritical;
import org.twitchingreference.knowledge.ResultCriterion.ResultIs;
import org.twitchingreference.knowledge.ResultCriterion.ResultNear;

/**
 * One condition of a rule, or several combined (extension {@code criterion} of
 * fhir-resources). It only describes; an {@link Evaluation} decides whether it holds for
 * a chart.
 */
public sealed interface Criterion permits ResultCriterion, ProblemCriterion, PregnancyRecorded, MedicineCriterion,
		AllergyTo, PersonCriterion, CombinedCriterion {

	/** Hands this condition to the method of the evaluation that is for its kind. */
	<R> R evaluate(Evaluation<R> evaluation);

	/** The conditions directly inside this one. */
	default List<Criterion> children() {
		return List.of();
	}

	/** Whether it cannot hold without a medicine in use. */
	default boolean needsMedicine() {
		return false;
	}

	/**
	 * What it contributes when it holds; conditions that only combine others contribute
	 * nothing themselves.
	 */
	default Meaning meaning() {
		return Meaning.PLAIN;
	}

	/** All conditions of one kind among this one and those inside it, at any depth. */
	default <C extends Criterion> Stream<C> parts(Class<C> kind) {
		Stream<C> own = Stream.of(this).filter(kind::isInstance).map(kind::cast);
		return Stream.concat(own, children().stream().flatMap((child) -> child.parts(kind)));
	}

	/**
	 * The ids of the rules whose verdicts this condition depends on, also by the fallback
	 * ranges of its results.
	 */
	default Set<String> rules() {
		Stream<String> named = parts(RuleMet.class).map(RuleMet::rule);
		Stream<String> exceptions = parts(ResultIs.class).flatMap((result) -> result.analyte().unlessRules());
		return Stream.concat(named, exceptions).collect(Collectors.toUnmodifiableSet());
	}

	/** One method for each kind of condition. */
	interface Evaluation<R> {

		R result(ResultIs criterion);

		R critical(ResultCritical criterion);

		R near(ResultNear criterion);

		R problem(ProblemActive criterion);

		R ordered(ProblemOrdered criterion);

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

		R unless(Unless criterion);

	}

	/**
	 * What a met condition contributes: its strength as evidence, the urgency it brings,
	 * its reason in the knowledge's words, and those sources of its rule that support
	 * this condition only.
	 */
	record Meaning(Optional<Strength> strength, Urgency urgency, String reason, List<Source> sources) {

		public Meaning {
			sources = List.copyOf(sources);
		}

		/** A condition that contributes nothing but that it is met. */
		public static final Meaning PLAIN = new Meaning(Optional.empty(), Urgency.ROUTINE, "", List.of());

	}

}
