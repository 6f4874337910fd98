package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cause, red flag or caution (an action of a PlanDefinition): its id, title, rule in
 * plain words and, of a flag or caution, what to do in a sentence, if anything; urgency
 * when met, the condition that decides it, what may contribute to it, its sources, and
 * those of them that inform and do not bear it out.
 */
public record Rule(String id, Kind kind, String title, String text, String advice, Urgency urgency, Criterion condition,
		List<Criterion> contributors, List<Source> sources, Set<Source> background) {

	public Rule {
		contributors = List.copyOf(contributors);
		sources = List.copyOf(sources);
		background = Set.copyOf(background);
	}

	/** The condition that decides it, and what may contribute to it. */
	public Stream<Criterion> criteria() {
		return Stream.concat(Stream.of(this.condition), this.contributors.stream());
	}

	/** The sources that are each for some criteria only. */
	public Set<Source> sourcesOfCriteria() {
		return criteria().flatMap((criterion) -> criterion.parts(Criterion.class))
			.flatMap((criterion) -> criterion.meaning().sources().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The sources where the criteria hold that these are for: without those that are for
	 * others only. All where that leaves none.
	 */
	public List<Source> sources(Collection<Source> holding) {
		Set<Source> ofCriteria = sourcesOfCriteria();
		List<Source> shown = this.sources.stream()
			.filter((source) -> holding.contains(source) || !ofCriteria.contains(source))
			.toList();
		return shown.isEmpty() ? this.sources : shown;
	}

	/** How far these of its sources bear it out. */
	public Backing backing(List<Source> shown) {
		return Backing.of(shown.stream().filter((source) -> !this.background.contains(source)).toList());
	}

	/** What a met rule is shown as. */
	public enum Kind {

		CAUSE, RED_FLAG, CAUTION

	}

}
