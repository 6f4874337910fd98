package org.twitchingreference.bedside;

import java.util.function.UnaryOperator;

/**
 * Keeps the record of one launch, no longer than the launch. Several tabs may change it
 * at once: none of them loses what another has recorded.
 */
public interface BedsideStore {

	BedsideRecord now();

	/**
	 * Records a change and returns what is kept then. The change may be made more than
	 * once, on what another tab has recorded meanwhile.
	 */
	BedsideRecord change(UnaryOperator<BedsideRecord> change);

	/** One of this process alone. */
	static BedsideStore inMemory() {
		return new MemoryBedside();
	}

}
