package org.twitchingreference.bedside;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Keeps the record of one launch, in memory and no longer than the launch. Several tabs
 * may change it at once: none of them loses what another has recorded.
 */
public final class BedsideStore {

	private final AtomicReference<BedsideRecord> kept = new AtomicReference<>(BedsideRecord.EMPTY);

	public BedsideRecord now() {
		return Objects.requireNonNull(this.kept.get());
	}

	/**
	 * Records a change and returns what is kept then. The change may be made more than
	 * once, on what another tab has recorded meanwhile.
	 */
	public BedsideRecord change(UnaryOperator<BedsideRecord> change) {
		return Objects.requireNonNull(this.kept.updateAndGet(change));
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "BedsideStore[...]";
	}

}
