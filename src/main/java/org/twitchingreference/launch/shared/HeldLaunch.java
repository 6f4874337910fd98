package org.twitchingreference.launch.shared;

import java.util.Arrays;
import java.util.Optional;

import org.twitchingreference.launch.Launch;

/**
 * The working object of a launch on this node, and the stored form that it was made or
 * updated from; empty if this node has not read it back yet.
 */
record HeldLaunch(Launch launch, Optional<StoredLaunch> seen) {

	HeldLaunch(Launch launch, StoredLaunch seen) {
		this(launch, Optional.of(seen));
	}

	/**
	 * Whether there is nothing new in the store: it holds what this node has seen, or
	 * access that was granted earlier than that.
	 */
	boolean isUpToDate(StoredLaunch kept) {
		return this.seen
			.filter((before) -> before.granted() > kept.granted() || Arrays.equals(before.sealed(), kept.sealed()))
			.isPresent();
	}

	/** Prints nothing secret. */
	@Override
	public String toString() {
		return "HeldLaunch";
	}

}
