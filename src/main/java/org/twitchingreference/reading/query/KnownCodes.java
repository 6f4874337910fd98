package org.twitchingreference.reading.query;

import java.util.Set;

import org.twitchingreference.chart.Part;
import org.twitchingreference.clinical.Code;
import org.twitchingreference.mapping.element.ResourceCodes;
import org.twitchingreference.mapping.json.BundleEntry;

/**
 * The codes that the knowledge has for a part (none: every entry counts as known), and
 * whether entries under other codes are left aside. Resources of other types, which only
 * come with those of the part, are always known.
 */
public record KnownCodes(Part part, Set<Code> codes, boolean othersLeftAside) {

	public KnownCodes {
		codes = Set.copyOf(codes);
	}

	/** For a part whose entries are read under any code. */
	static KnownCodes any(Part part) {
		return new KnownCodes(part, Set.of(), false);
	}

	/** Whether the entry has one of the codes. */
	public boolean isKnown(BundleEntry entry) {
		return isWantedAnyway(entry) || ResourceCodes.codes(entry.resource()).anyMatch(this.codes::contains);
	}

	/** Whether the entry is kept as one of the part. */
	public boolean keeps(BundleEntry entry) {
		return !this.othersLeftAside || isKnown(entry);
	}

	/**
	 * Whether the entry has a code of the system of one of the codes: it is coded like
	 * the others, but is not one of those looked for.
	 */
	public boolean isOfKnownSystem(BundleEntry entry) {
		return isWantedAnyway(entry) || ResourceCodes.codes(entry.resource()).map(Code::system).anyMatch(this::isOne);
	}

	private boolean isOne(String system) {
		return this.codes.stream().anyMatch((code) -> code.system().equals(system));
	}

	private boolean isWantedAnyway(BundleEntry entry) {
		return this.codes.isEmpty() || !this.part.types().contains(entry.type());
	}

}
