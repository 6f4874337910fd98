package org.twitchingreference.knowledge;

import java.util.List;

/**
 * Suggests a test, or offers or withholds an option, where the condition holds: its id,
 * the id of the test or option, the reason in plain words, how urgent it is, its sources,
 * and the ids of the cautions that are shown beside the option.
 */
public record Effect(String id, Kind kind, String target, String reason, Urgency urgency, Criterion condition,
		List<String> cautions, List<Source> sources) {

	public Effect {
		cautions = List.copyOf(cautions);
		sources = List.copyOf(sources);
	}

	/** The closed list of effects. */
	public enum Kind {

		SUGGEST, OFFER, WITHHOLD

	}

}
