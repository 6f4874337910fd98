package org.twitchingreference.knowledge;

import java.util.List;

/**
 * What a chart that meets the condition does to a test or an option: its id and kind, the
 * id of the test or option, the reason in plain words, the urgency, the sources, and for
 * an option the ids of the cautions that touch it.
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
