package org.twitchingreference.mapping;

import java.util.List;

import org.twitchingreference.chart.Part;
import org.twitchingreference.chart.PartRead.Unreadable;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * What came in of one part, from a server or a file: its entries, and what of them could
 * not be parsed.
 */
public record PartEntries(Part part, List<BundleEntry> entries, List<Unreadable> unreadable) {

	public PartEntries {
		entries = List.copyOf(entries);
		unreadable = List.copyOf(unreadable);
	}

	/**
	 * How many entries the part has. What only comes along, such as the medications that
	 * orders refer to, is not counted.
	 */
	public int count() {
		long own = this.entries.stream().filter((entry) -> this.part.types().contains(entry.type())).count();
		return (int) own + this.unreadable.size();
	}

}
