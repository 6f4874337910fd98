package org.twitchingreference.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.twitchingreference.assessment.Facts.MedicineFact;
import org.twitchingreference.chart.Allergy;
import org.twitchingreference.chart.Problem;
import org.twitchingreference.knowledge.Medicines;

/**
 * Names the problems, medicines and allergies that were not recognised: said once, since
 * each of them may be what a cause, red flag or caution looks for.
 */
final class Unrecognised {

	/** How many entries of one kind are named before the rest is only counted. */
	private static final int NAMED = 10;

	private final Facts facts;

	private final List<Problem> problems;

	private final List<MedicineFact> medicines;

	Unrecognised(Facts facts) {
		this.facts = facts;
		this.problems = facts.unrecognisedProblems().stream().filter(Problem::active).toList();
		this.medicines = facts.unrecognisedMedicines().stream().filter((fact) -> fact.usage() != Usage.ENDED).toList();
	}

	List<Gap> gaps() {
		List<Gap> gaps = new ArrayList<>();
		named(this.problems.stream().map(Problem::name))
			.ifPresent((names) -> gaps.add(new Gap("Problems not recognised",
					names + ": in words only, or without a code that is known; nothing is taken for absent from the"
							+ " problem list")));
		named(this.medicines.stream().map((fact) -> fact.medicine().name()))
			.ifPresent((names) -> gaps.add(new Gap("Medicines not recognised",
					names + ": without a name in words or a code that is known; nothing is taken for absent from the"
							+ " medicines")));
		named(this.facts.unrecognisedAllergies().stream().map(Allergy::name)).ifPresent((names) -> gaps
			.add(new Gap("Allergies not recognised", names + ": neither by a code nor by a name that is known")));
		return gaps;
	}

	/** Whether the gap says only what {@link #gaps} says by name. */
	boolean isSaid(Gap gap) {
		return (gap.why().equals(Words.UNRECOGNISED_PROBLEMS) && !this.problems.isEmpty())
				|| (gap.why().equals(Words.UNRECOGNISED_MEDICINES) && !this.medicines.isEmpty());
	}

	/** Medicines in use that are recognised as none that this reference knows. */
	Optional<Gap> outside(Medicines known) {
		Predicate<MedicineFact> recognised = Predicate.not(this.medicines::contains);
		return named(this.facts.medicines()
			.stream()
			.filter((fact) -> fact.usage() == Usage.IN_USE && !known.isKnown(fact.codes()) && fact.named().isEmpty())
			.filter(recognised)
			.map((fact) -> fact.medicine().name()))
			.map((names) -> new Gap("Medicines outside this reference",
					names + ": no ingredient that this reference knows was recognised"));
	}

	/** The first of the names and how many more there are, empty when there is none. */
	private static Optional<String> named(Stream<String> names) {
		List<String> all = names.distinct().toList();
		String more = (all.size() > NAMED) ? " and " + (all.size() - NAMED) + " more" : "";
		return all.isEmpty() ? Optional.empty()
				: Optional.of(all.stream().limit(NAMED).collect(Collectors.joining(", ")) + more);
	}

}
