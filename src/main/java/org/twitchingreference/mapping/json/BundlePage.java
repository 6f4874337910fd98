package org.twitchingreference.mapping.json;

import java.util.List;
import java.util.Optional;

import org.twitchingreference.chart.PartRead.Unreadable;

/**
 * The contents of one FHIR response: its resources, those that could not be understood,
 * how many entries answered the query, how many the server announced in total, and where
 * the next page is.
 */
public record BundlePage(List<BundleEntry> entries, List<Unreadable> unreadable, int matches, int announced,
		Optional<String> next) {

	public BundlePage {
		entries = List.copyOf(entries);
		unreadable = List.copyOf(unreadable);
	}

}
