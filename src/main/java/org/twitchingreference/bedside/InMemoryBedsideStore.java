package org.twitchingreference.bedside;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Keeps a record in memory. */
final class InMemoryBedsideStore implements BedsideStore {

	private final AtomicReference<BedsideRecord> kept = new AtomicReference<>(BedsideRecord.EMPTY);

	@Override
	public BedsideRecord now() {
		return Objects.requireNonNull(this.kept.get());
	}

	@Override
	public BedsideRecord change(UnaryOperator<BedsideRecord> change) {
		return Objects.requireNonNull(this.kept.updateAndGet(change));
	}

	/** Never prints what was answered. */
	@Override
	public String toString() {
		return "BedsideStore[...]";
	}

}
