package org.twitchingreference.capacity;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Slots that EHRs share fairly. A request that finds none free waits in its EHR's queue;
 * slots that become free go in turn to the EHRs that may take another.
 */
public final class FairSlots {

	private final FairShare share;

	private final int mostWaiting;

	private boolean closed;

	/** The waiting requests by EHR; the EHR that was served last comes last. */
	private final Map<String, Queue<Slot>> waiting = new LinkedHashMap<>();

	/** Takes the number of slots and how many requests may wait for each EHR. */
	public FairSlots(int slots, int mostWaiting) {
		this.share = new FairShare(slots);
		this.mostWaiting = mostWaiting;
	}

	/**
	 * Asks for a slot. The action begins now, or later on the thread of whoever frees
	 * one, so it must be short. Empty when too many are waiting already.
	 */
	public Optional<Slot> ask(String ehr, Consumer<Slot> begin) {
		Slot slot = new Slot(ehr, begin);
		if (!slot.isQueued()) {
			return Optional.empty();
		}
		serve();
		return Optional.of(slot);
	}

	/** How many are taken. */
	public long taken() {
		return this.share.taken();
	}

	/** Lets everything that is waiting begin, because the server stops. */
	public void close() {
		synchronized (this) {
			this.closed = true;
		}
		serve();
	}

	private void serve() {
		for (Optional<Slot> next = next(); next.isPresent(); next = next()) {
			Slot slot = next.get();
			slot.begin.accept(slot);
		}
	}

	private synchronized Optional<Slot> next() {
		for (Map.Entry<String, Queue<Slot>> of : List.copyOf(this.waiting.entrySet())) {
			if (this.closed || this.share.take(of.getKey(), 1)) {
				Queue<Slot> queue = of.getValue();
				this.waiting.remove(of.getKey());
				Slot first = queue.remove();
				if (!queue.isEmpty()) {
					this.waiting.put(of.getKey(), queue);
				}
				first.taken = !this.closed;
				return Optional.of(first);
			}
		}
		return Optional.empty();
	}

	/** A slot that was requested: waiting, taken, or free again. */
	public final class Slot {

		private final String ehr;

		private final Consumer<Slot> begin;

		private boolean taken;

		Slot(String ehr, Consumer<Slot> begin) {
			this.ehr = ehr;
			this.begin = begin;
		}

		/** Stops waiting; false when it was not waiting any more. */
		public boolean giveUp() {
			synchronized (FairSlots.this) {
				Queue<Slot> queue = FairSlots.this.waiting.getOrDefault(this.ehr, new ArrayDeque<>());
				boolean waited = queue.remove(this);
				if (queue.isEmpty()) {
					FairSlots.this.waiting.remove(this.ehr);
				}
				return waited;
			}
		}

		/** Frees the slot for the next one; does nothing if it was freed already. */
		public void free() {
			synchronized (FairSlots.this) {
				if (!this.taken) {
					return;
				}
				this.taken = false;
				FairSlots.this.share.giveBack(this.ehr, 1);
			}
			serve();
		}

		private boolean isQueued() {
			synchronized (FairSlots.this) {
				Queue<Slot> queue = FairSlots.this.waiting.computeIfAbsent(this.ehr, (key) -> new ArrayDeque<>());
				return queue.size() < FairSlots.this.mostWaiting && queue.add(this);
			}
		}

	}

}
