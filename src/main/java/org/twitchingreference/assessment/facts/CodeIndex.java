package org.twitchingreference.assessment.facts;

import java.util.List;
import java.util.Set;

import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.CodedName;
import org.twitchingreference.chart.Medicine;
import org.twitchingreference.chart.Order;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.MedicineCodes;
import org.twitchingreference.knowledge.Knowledge;
import org.twitchingreference.knowledge.MedicineCatalogue;
import org.twitchingreference.knowledge.ProblemCatalogue;

/**
 * Whether the codes and names of a problem, a medicine or an allergy say which it is, and
 * which analytes a result may be of.
 */
public final class CodeIndex {

	private final ResultIndex results;

	private final Set<String> problemSystems;

	private final Set<String> medicineSystems;

	private final Set<String> allergySystems;

	private final ProblemCatalogue problems;

	private final MedicineCatalogue medicines;

	public CodeIndex(Knowledge knowledge) {
		this.problemSystems = knowledge.problemSystems();
		this.medicineSystems = knowledge.medicineSystems();
		this.allergySystems = knowledge.allergySystems();
		this.problems = knowledge.problems();
		this.medicines = knowledge.medicines();
		this.results = new ResultIndex(knowledge);
	}

	/** Which analytes a result may be of. */
	ResultIndex results() {
		return this.results;
	}

	/**
	 * Whether a code of a system that this reference uses for problems, or a name that it
	 * knows, says which problem it is. One that is not recognised may be any problem.
	 */
	boolean isRecognised(ProblemFact fact) {
		return isCoded(fact.problem()) || this.problems.isKnown(fact.named()) || isDenied(fact);
	}

	/** Whether all it says is that a problem of this reference is absent. */
	boolean isDenied(ProblemFact fact) {
		return this.problems.isKnown(fact.denied()) && !this.problems.isKnown(fact.allCodes());
	}

	boolean isCoded(Problem problem) {
		return problem.codes()
			.stream()
			.anyMatch((code) -> this.problemSystems.contains(code.system()) && this.problems.isSpecific(code));
	}

	boolean isCoded(Medicine medicine) {
		return medicine.product().codes().stream().anyMatch(this::isOneMedicine);
	}

	boolean isCoded(Allergy allergy) {
		return isOneOf(this.allergySystems, allergy.codes());
	}

	/**
	 * Whether a code or its words say which problem of this reference it is, or may be.
	 */
	boolean isKnown(ProblemFact fact) {
		return this.problems.isKnown(fact.allCodes()) || isDenied(fact);
	}

	/** What the words of an order name without a doubt. */
	Set<Code> named(Order order) {
		return this.problems.statement(List.of(order.name()), List.of()).surely();
	}

	/** A problem with what its words name. */
	ProblemFact fact(Problem problem) {
		return ProblemFact.of(problem, this.problems);
	}

	/**
	 * Whether the name or a code of the medicine says which it is, or those of each of
	 * its active ingredients do: an ingredient that is not identified may be any. A name
	 * that is not known counts only beside the code of a single medicine.
	 */
	boolean isRecognised(Medicine medicine) {
		return isIdentified(medicine.product())
				|| (!medicine.ingredients().isEmpty() && medicine.ingredients().stream().allMatch(this::isIdentified));
	}

	private boolean isIdentified(CodedName named) {
		return named.codes().stream().anyMatch(this::isOneMedicine)
				|| (named.inWords() && named.codes().stream().anyMatch(this::isWellFormed)
						&& !this.medicines.namesNoMedicine(named.name()))
				|| !this.medicines.named(named.name()).isEmpty();
	}

	/**
	 * Whether it is the code of a single medicine; of RxNorm's codes only known ones,
	 * because nobody here knows what others contain.
	 */
	private boolean isOneMedicine(Code code) {
		return isWellFormed(code)
				&& (!code.system().equals(MedicineCodes.RXNORM) || this.medicines.isKnown(List.of(code)));
	}

	private boolean isWellFormed(Code code) {
		return this.medicineSystems.contains(code.system()) && MedicineCodes.isWellFormed(code);
	}

	/**
	 * Whether a code or a name says what the allergy is to, or that there is none. A code
	 * of RxNorm or ATC that is not known counts only together with a name in words.
	 */
	boolean isRecognised(Allergy allergy) {
		return !allergy.mayBeToMedicine() || allergy.codes().stream().anyMatch(this::isOneMedicine)
				|| (allergy.inWords() && isOneOf(this.allergySystems, allergy.codes()))
				|| AllergyDenial.isDenial(allergy.name()) || !this.medicines.named(allergy.name()).isEmpty();
	}

	private static boolean isOneOf(Set<String> systems, List<Code> codes) {
		for (Code code : codes) {
			if (systems.contains(code.system())) {
				return true;
			}
		}
		return false;
	}

}
