package org.twitchingreference.knowledge;

import java.util.List;

/**
 * A test or a management option (ActivityDefinition): id, title, its text in our words,
 * the ids of the analytes whose results mean that the test is done (empty for options and
 * for tests without a result), and its sources.
 */
public record Activity(String id, Kind kind, String title, String text, List<String> analytes, List<Source> sources) {

	public Activity {
		analytes = List.copyOf(analytes);
		sources = List.copyOf(sources);
	}

	/** What the activity is. */
	public enum Kind {

		TEST, OPTION

	}

}
