package org.twitchingreference.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.chart.QueryRead.LeftOut;
import org.twitchingreference.mapping.element.ResourceCodes;
import org.twitchingreference.mapping.json.BundleEntry;
import org.twitchingreference.mapping.json.BundlePage;
import org.twitchingreference.reading.query.Query;

/**
 * Counts the entries in the pages of one query. Not safe for concurrent use by itself;
 * {@link QueryReading} locks it.
 */
final class EntryTally {

	final Set<String> references = new HashSet<>();

	final List<Unreadable> unreadable = new ArrayList<>();

	private final Query query;

	int pages;

	int delivered;

	/** As announced by the server, or as many as are requested one by one. */
	int announced;

	/** How many entries have none of the requested codes. */
	int unrecognised;

	/** How many of these do not even have a code of a system that was requested. */
	int strange;

	private int duplicates;

	private int retracted;

	EntryTally(Query query) {
		this.query = query;
	}

	void add(BundlePage page) {
		this.pages++;
		this.delivered += page.matches();
		this.announced = Math.max(this.announced, page.announced());
		this.unreadable.addAll(page.unreadable());
	}

	/** An entry that was delivered, and whether it was new to the part. */
	void add(BundleEntry entry, boolean isNew) {
		this.references.add(entry.reference());
		this.duplicates += isNew ? 0 : 1;
		this.retracted += ResourceCodes.isRetracted(entry.resource()) ? 1 : 0;
		boolean known = this.query.known().isKnown(entry);
		this.unrecognised += known ? 0 : 1;
		this.strange += (known || this.query.known().isOfKnownSystem(entry)) ? 0 : 1;
	}

	/** What was left out, except what the mapping finds to belong to another patient. */
	LeftOut leftOut() {
		return new LeftOut(0, this.retracted, this.duplicates, this.unreadable.size());
	}

}
