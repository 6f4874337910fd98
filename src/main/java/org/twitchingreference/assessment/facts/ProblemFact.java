package org.twitchingreference.assessment.facts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.clinical.CodeSet;
import org.twitchingreference.knowledge.ProblemCatalogue;
import org.twitchingreference.knowledge.names.ProblemStatement;

/**
 * A problem of the chart with the codes of what its words name, name with a doubt, and
 * deny. If a code identifies it as a problem of this reference, its words can only raise
 * a doubt; and so do words or codes that deny it or say that it is the family's.
 */
public record ProblemFact(Problem problem, Set<Code> named, Set<Code> doubtful, Set<Code> denied, boolean past) {

	static ProblemFact of(Problem problem, ProblemCatalogue known) {
		ProblemStatement statement = known.statement(problem.names(), problem.codes());
		boolean past = !statement.doubtfully().isEmpty() && known.isOfThePast(problem.names());
		boolean coded = known.isKnown(problem.codes());
		boolean another = coded && (known.isOfFamily(problem.names()) || known.isDenied(problem.codes()));
		Problem listed = (another || !statement.denied().isEmpty()) ? problem.unconfirmed() : problem;
		return coded ? new ProblemFact(listed, Set.of(), statement.doubting().doubtfully(), statement.denied(), past)
				: new ProblemFact(listed, statement.surely(), statement.doubtfully(), statement.denied(), past);
	}

	/** By code and by name, certain or not. */
	Collection<Code> allCodes() {
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

	/** Whether its words only say that it was present in the past. */
	public boolean isPast() {
		return this.past && this.problem.confirmed();
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
