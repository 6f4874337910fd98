package org.twitchingreference.knowledge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cause, red flag or caution (an action of a PlanDefinition): its id, title, and rule
 * in plain words; for a red flag or caution, what to do, if anything; its urgency when
 * met, the condition that decides it, what may contribute to it, its sources, and those
 * of them that are background and do not support it.
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

	/** The sources that support single criteria and not the rule as a whole. */
	public Set<Source> sourcesOfCriteria() {
		return criteria().flatMap((criterion) -> criterion.parts(Criterion.class))
			.flatMap((criterion) -> criterion.meaning().sources().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The sources to show when only the criteria that these sources support hold: without
	 * those that support other criteria, unless none would be left.
	 */
	public List<Source> sources(Collection<Source> holding) {
		Set<Source> ofCriteria = sourcesOfCriteria();
		List<Source> shown = this.sources.stream()
			.filter((source) -> holding.contains(source) || !ofCriteria.contains(source))
			.toList();
		return shown.isEmpty() ? this.sources : shown;
	}

	/**
	 * How far these of its sources support it; those that are background do not count.
	 */
	public Backing backing(List<Source> shown) {
		return Backing.of(shown.stream().filter((source) -> !this.background.contains(source)).toList());
	}

	/** What a met rule is shown as. */
	public enum Kind {

		CAUSE, RED_FLAG, CAUTION

	}

}
