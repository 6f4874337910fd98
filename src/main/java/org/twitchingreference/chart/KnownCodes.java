package org.twitchingreference.chart;

import java.util.Set;
import java.util.stream.Collectors;

import org.twitchingreference.clinical.Code;

/**
 * The codes that the knowledge knows of a part (none: every entry counts as known), and
 * whether entries under other codes are left aside. Entries that only come along with
 * those of the part are always known.
 */
record KnownCodes(Part part, Set<Code> codes, boolean othersLeftAside) {

	KnownCodes {
		codes = Set.copyOf(codes);
	}

	/** Of a part that is wanted whatever its codes. */
	static KnownCodes any(Part part) {
		return new KnownCodes(part, Set.of(), false);
	}

	/** Whether the entry has one of the codes. */
	boolean isKnown(Entry entry) {
		return isWantedAnyway(entry) || Coded.codes(entry.resource()).anyMatch(this.codes::contains);
	}

	/** Whether the entry is an entry of the part, known or not. */
	boolean keeps(Entry entry) {
		return !this.othersLeftAside || isKnown(entry);
	}

	/**
	 * Whether the entry has a code of the system of one of the codes: it is coded as the
	 * others are, and simply not one of those that are looked for.
	 */
	boolean isOfKnownSystem(Entry entry) {
		Set<String> systems = this.codes.stream().map(Code::system).collect(Collectors.toSet());
		return isWantedAnyway(entry) || Coded.codes(entry.resource()).map(Code::system).anyMatch(systems::contains);
	}

	private boolean isWantedAnyway(Entry entry) {
		return this.codes.isEmpty() || !this.part.types().contains(entry.type());
	}

}
