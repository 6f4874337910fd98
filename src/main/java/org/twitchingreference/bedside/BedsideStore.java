package org.twitchingreference.bedside;

import java.util.function.UnaryOperator;

/**
 * Keeps the record of one launch, no longer than the launch. Several tabs may change it
 * at once without losing each other's changes.
 */
public interface BedsideStore {

	BedsideRecord now();

	/**
	 * Applies a change and returns the record afterwards. The change may be applied more
	 * than once, if another tab changed the record in between.
	 */
	BedsideRecord change(UnaryOperator<BedsideRecord> change);

	/** A store of this process alone. */
	static BedsideStore inMemory() {
		return new InMemoryBedsideStore();
	}

}
