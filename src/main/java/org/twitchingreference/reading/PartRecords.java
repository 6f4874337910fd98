package org.twitchingreference.reading;

import org.jspecify.annotations.Nullable;
import org.twitchingreference.mapping.ChartAssembly;
import org.twitchingreference.mapping.MappedPart;

/**
 * The records that the entries of one part have been mapped to so far. Once no more
 * entries arrive, the part is mapped for good, while others are still being read, and its
 * JSON is dropped. Safe for concurrent use.
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
	 * How the part was at one moment, and what its entries, and those that only came
	 * along, had become.
	 */
	record Mapping(PartSnapshot snapshot, MappedPart mapped, MappedPart aside) {

	}

}
