package org.twitchingreference.assessment.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.twitchingreference.chart.Problem;
import org.twitchingreference.clinical.CodeSet;

/** The problems of one chart, by what their codes and words say. */
public final class ProblemFacts {

	private final CodeIndex index;

	private final List<ProblemFact> all;

	private final EntriesByCode<ProblemFact> everByCode;

	private final EntriesByCode<ProblemFact> activeByCode;

	private final Map<String, List<ProblemFact>> active = new HashMap<>();

	private final List<Problem> unrecognised;

	ProblemFacts(List<Problem> problems, CodeIndex index) {
		this.index = index;
		this.all = problems.stream().map(index::fact).toList();
		this.everByCode = new EntriesByCode<>(this.all, ProblemFact::allCodes);
		this.activeByCode = new EntriesByCode<>(this.all.stream().filter((fact) -> fact.problem().active()).toList(),
				ProblemFact::allCodes);
		this.unrecognised = this.all.stream()
			.filter((fact) -> !index.isRecognised(fact))
			.map(ProblemFact::problem)
			.toList();
	}

	/** The problems of the set that are active, confirmed or not. */
	public List<ProblemFact> active(CodeSet set) {
		return this.active.computeIfAbsent(set.id(), (id) -> this.activeByCode.of(set));
	}

	/** The problems of the set, active or not. */
	public List<ProblemFact> everListed(CodeSet set) {
		return this.everByCode.of(set);
	}

	public List<ProblemFact> all() {
		return this.all;
	}

	/** The names of active problems that have a code, but none that is known here. */
	public List<String> unknownNames() {
		return this.all.stream()
			.filter((fact) -> fact.problem().active() && !this.index.isKnown(fact)
					&& !this.unrecognised.contains(fact.problem()))
			.map((fact) -> fact.problem().name())
			.distinct()
			.toList();
	}

	/** The active problems that only say that a problem is absent. */
	public List<Problem> denied() {
		return this.all.stream()
			.filter((fact) -> fact.problem().active() && this.index.isDenied(fact))
			.map(ProblemFact::problem)
			.toList();
	}

	/** The problems, active or not, that no known code or name identifies. */
	public List<Problem> unrecognised() {
		return this.unrecognised;
	}

}
