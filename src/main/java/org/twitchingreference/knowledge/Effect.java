package org.twitchingreference.knowledge;

import java.util.List;

/**
 * What a chart that meets the condition does to a test or an option: its kind, the id of
 * the test or option, the reason in plain words, the urgency, the sources, and for a
 * withheld option the id of the caution that speaks against it (empty if none).
 */
public record Effect(Kind kind, String target, String reason, Urgency urgency, Criterion condition, String caution,
		List<Source> sources) {

	public Effect {
		sources = List.copyOf(sources);
	}

	/** The closed list of effects. */
	public enum Kind {

		SUGGEST, OFFER, WITHHOLD

	}

}
