package org.twitchingreference.chart;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.PartRead.Unreadable;

/**
 * What one FHIR answer held: its resources, those that could not be understood, how many
 * entries answered the query, how many the server announced in all, and where the next
 * page is.
 */
record Page(List<Entry> entries, List<Unreadable> unreadable, int matches, int announced, Optional<String> next) {

	Page {
		entries = List.copyOf(entries);
		unreadable = List.copyOf(unreadable);
	}

}
