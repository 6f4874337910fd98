package org.twitchingreference.reading;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.ChartAssembly;
import org.twitchingreference.mapping.MappedPart;

/**
 * What the entries of one part have been mapped to so far. Once no more entries arrive,
 * the part is mapped for the last time, while others are still being read, and its JSON
 * is dropped. Safe for concurrent use.
 */
final class PartRecords {

	private final PartReading reading;

	private final ChartAssembly assembly;

	private @Nullable Mapping forGood;

	PartRecords(PartReading reading, ChartAssembly assembly) {
		this.reading = reading;
		this.assembly = assembly;
	}

	PartReading reading() {
		return this.reading;
	}

	synchronized Mapping mapping() {
		Mapping known = this.forGood;
		if (known != null) {
			return known;
		}
		PartSnapshot snapshot = this.reading.snapshot();
		Mapping made = new Mapping(snapshot.withoutEntries(), this.assembly.map(snapshot.content()),
				this.assembly.map(this.reading.leftAside()));
		if (snapshot.isOver()) {
			this.forGood = made;
			this.reading.forget();
		}
		return made;
	}

	/**
	 * The part at one moment, and what its entries, and the observations of other parts
	 * that came with it, were mapped to.
	 */
	record Mapping(PartSnapshot snapshot, MappedPart mapped, MappedPart aside) {

	}

}
