package org.twitchingreference.launch.shared;

import java.util.Arrays;
import java.util.Optional;

import org.twitchingreference.launch.Launch;

/**
 * A launch as this node works with it, and as it was stored when the node last looked.
 */
record HeldLaunch(Launch launch, Optional<StoredLaunch> seen) {

	HeldLaunch(Launch launch, StoredLaunch seen) {
		this(launch, Optional.of(seen));
	}

	/** Also if this node has meanwhile seen access that was granted later. */
	boolean isUpToDate(StoredLaunch kept) {
		return this.seen
			.filter((before) -> before.granted() > kept.granted() || Arrays.equals(before.sealed(), kept.sealed()))
			.isPresent();
	}

	/** Prints nothing of it. */
	@Override
	public String toString() {
		return "HeldLaunch";
	}

}
