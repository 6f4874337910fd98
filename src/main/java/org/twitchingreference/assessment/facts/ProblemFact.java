package org.twitchingreference.assessment.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.ProblemCatalogue.Named;

/**
 * A problem with what its words name. If a code identifies it as a problem of this
 * reference, words that name another one only raise a doubt; and so do words that say it
 * is the family's.
 */
public record ProblemFact(Problem problem, Set<Code> named, Set<Code> doubtful) {

	static ProblemFact of(Problem problem, ProblemCatalogue known) {
		Named named = known.named(problem.names());
		return known.isKnown(problem.codes())
				? new ProblemFact(known.isOfFamily(problem.names()) ? problem.unconfirmed() : problem, Set.of(),
						both(named))
				: new ProblemFact(problem, named.surely(), named.doubtfully());
	}

	private static Set<Code> both(Named named) {
		named.doubtfully().addAll(named.surely());
		return named.doubtfully();
	}

	/** By code and by name, certain or not. */
	Collection<Code> told() {
		if (this.named.isEmpty() && this.doubtful.isEmpty()) {
			return this.problem.codes();
		}
		return Stream.of(this.problem.codes(), this.named, this.doubtful).flatMap(Collection::stream).toList();
	}

	/** Whether it certainly belongs to the set. */
	public boolean isConfirmed(CodeSet set) {
		return this.problem.confirmed()
				&& (set.containsAny(this.problem.codes()) || (!this.named.isEmpty() && set.containsAny(this.named)));
	}

	/** Whether only its words put it in the set. */
	public boolean isNamed(CodeSet set) {
		return !set.containsAny(this.problem.codes());
	}

	/** Those that certainly belong to the set; the others are not mentioned. */
	public static List<ProblemFact> confirmed(List<ProblemFact> facts, CodeSet set) {
		return facts.stream().filter((fact) -> fact.isConfirmed(set)).toList();
	}

}
