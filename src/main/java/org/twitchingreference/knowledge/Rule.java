package org.twitchingreference.knowledge;

import java.util.List;

/**
 * One cause, red flag or caution (an action of a PlanDefinition): its id, title and rule
 * in plain words, urgency when met, the condition that decides it, what may contribute to
 * it, its sources, and how far those bear it out.
 */
public record Rule(String id, Kind kind, String title, String text, Urgency urgency, Criterion condition,
		List<Criterion> contributors, List<Source> sources, Backing backing) {

	public Rule {
		contributors = List.copyOf(contributors);
		sources = List.copyOf(sources);
	}

	/** What a met rule is shown as. */
	public enum Kind {

		CAUSE, RED_FLAG, CAUTION

	}

}
