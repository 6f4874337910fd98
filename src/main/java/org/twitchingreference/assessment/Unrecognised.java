package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.twitchingreference.assessment.criteria.ProblemReason;
import org.twitchingreference.assessment.facts.BareCode;
import org.twitchingreference.assessment.facts.CommonReason;
import org.twitchingreference.assessment.facts.Facts;
import org.twitchingreference.assessment.facts.Gap;
import org.twitchingreference.assessment.facts.GapReason;
import org.twitchingreference.assessment.facts.GapSubject;
import org.twitchingreference.assessment.facts.MedicineFact;
import org.twitchingreference.assessment.facts.MedicineUse;
import org.twitchingreference.assessment.medicines.MedicineReason;
import org.twitchingreference.chart.Order.State;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.knowledge.Activity.EntryMatcher;
import org.twitchingreference.knowledge.MedicineCatalogue;

/**
 * Names the problems, medicines and allergies that were not recognised, and counts such
 * orders. Each is reported once, because it may be what any cause, red flag, caution or
 * test looks for.
 */
final class Unrecognised {

	private final Facts facts;

	private final List<Problem> problems;

	private final List<MedicineFact> medicines;

	Unrecognised(Facts facts) {
		this.facts = facts;
		this.problems = facts.problems().unrecognised().stream().filter(Problem::active).toList();
		this.medicines = facts.unrecognisedMedicines()
			.stream()
			.filter((fact) -> fact.usage() != MedicineUse.ENDED)
			.toList();
	}

	List<Gap> gaps() {
		List<Gap> gaps = new ArrayList<>();
		named(GapSubject.UNRECOGNISED_PROBLEMS, GapReason.PROBLEMS_WITHOUT_KNOWN_CODE,
				this.problems.stream().map((one) -> coded(one.name(), one.codes())))
			.ifPresent(gaps::add);
		named(GapSubject.DENIED_PROBLEMS, GapReason.PROBLEMS_DENIED,
				this.facts.problems().denied().stream().map((one) -> coded(one.name(), one.codes())))
			.ifPresent(gaps::add);
		named(GapSubject.UNRECOGNISED_MEDICINES, GapReason.MEDICINES_NOT_NAMED,
				this.medicines.stream().map((fact) -> coded(fact.medicine().name(), fact.medicine().codes())))
			.ifPresent(gaps::add);
		named(GapSubject.UNRECOGNISED_ALLERGIES, GapReason.ALLERGIES_NOT_NAMED,
				this.facts.unrecognisedAllergies().stream().map((one) -> coded(one.name(), one.codes())))
			.ifPresent(gaps::add);
		return gaps;
	}

	/**
	 * Active orders with only the EHR's own codes: one may be for a test of this
	 * reference.
	 */
	Optional<Gap> orders() {
		long orders = this.facts.chart()
			.orders()
			.stream()
			.filter((order) -> order.state() == State.ACTIVE && order.mayBeForTest()
					&& !EntryMatcher.isCoded(order.codes()))
			.count();
		return (orders == 0) ? Optional.empty() : Optional
			.of(Gap.of(GapSubject.UNRECOGNISED_ORDERS, GapReason.ORDERS_WITHOUT_KNOWN_CODE.reason((int) orders)));
	}

	/** Whether the gap only repeats what {@link #gaps} reports by name. */
	boolean isCovered(Gap gap) {
		return (gap.why().is(ProblemReason.MAY_BE_UNRECOGNISED_PROBLEM) && !this.problems.isEmpty())
				|| (gap.why().is(MedicineReason.MAY_BE_UNRECOGNISED_MEDICINE) && !this.medicines.isEmpty());
	}

	/** Medicines in use of which this reference knows no ingredient. */
	Optional<Gap> outside(MedicineCatalogue known) {
		Predicate<MedicineFact> recognised = Predicate.not(this.medicines::contains);
		Stream<Object> names = this.facts.medicines()
			.stream()
			.filter((fact) -> fact.usage() == MedicineUse.IN_USE && !known.isKnown(fact.codes())
					&& fact.named().isEmpty())
			.filter(recognised)
			.map((fact) -> coded(fact.medicine().name(), fact.medicine().codes()));
		return named(GapSubject.MEDICINES_OUTSIDE, GapReason.MEDICINES_WITHOUT_KNOWN_INGREDIENT, names);
	}

	/** A name in words, otherwise the fact that there is only a code, with its system. */
	private static Object coded(String name, List<Code> codes) {
		return BareCode.of(name, codes)
			.<Object>map((code) -> code.system().isBlank() ? CommonReason.CODED.reason(name)
					: CommonReason.CODED_IN.reason(name, code.system().replaceFirst(".*[/:]", "")))
			.orElseGet(() -> name.codePoints().anyMatch(Character::isLetter) ? name : CommonReason.CODED.reason(name));
	}

	/** The first of the names and how many more there are, empty when there is none. */
	private static Optional<Gap> named(GapSubject what, GapReason why, Stream<Object> names) {
		List<Object> all = names.distinct().toList();
		List<Object> first = all.stream().limit(Gaps.NAMED).toList();
		return all.isEmpty() ? Optional.empty()
				: Optional.of(Gap.of(what, why.reason(first, all.size() - first.size())));
	}

}
