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
public final class Places {

	private final FairShare share;

	private final int mostWaiting;

	private boolean closed;

	/** The waiting requests by EHR; the EHR that was served last comes last. */
	private final Map<String, Queue<Place>> waiting = new LinkedHashMap<>();

	/** Takes the number of slots and how many requests may wait for each EHR. */
	public Places(int places, int mostWaiting) {
		this.share = new FairShare(places);
		this.mostWaiting = mostWaiting;
	}

	/**
	 * Asks for a slot. The action begins now, or later on the thread of whoever frees
	 * one, so it must be short. Empty when too many are waiting already.
	 */
	public Optional<Place> ask(String ehr, Consumer<Place> begin) {
		Place place = new Place(ehr, begin);
		if (!place.isQueued()) {
			return Optional.empty();
		}
		serve();
		return Optional.of(place);
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
		for (Optional<Place> next = next(); next.isPresent(); next = next()) {
			Place place = next.get();
			place.begin.accept(place);
		}
	}

	private synchronized Optional<Place> next() {
		for (Map.Entry<String, Queue<Place>> of : List.copyOf(this.waiting.entrySet())) {
			if (this.closed || this.share.take(of.getKey(), 1)) {
				Queue<Place> queue = of.getValue();
				this.waiting.remove(of.getKey());
				Place first = queue.remove();
				if (!queue.isEmpty()) {
					this.waiting.put(of.getKey(), queue);
				}
				first.taken = !this.closed;
				return Optional.of(first);
			}
		}
		return Optional.empty();
	}

	/** A slot that was requested. */
	public final class Place {

		private final String ehr;

		private final Consumer<Place> begin;

		private boolean taken;

		Place(String ehr, Consumer<Place> begin) {
			this.ehr = ehr;
			this.begin = begin;
		}

		/** Stops waiting; false when it was not waiting any more. */
		public boolean giveUp() {
			synchronized (Places.this) {
				Queue<Place> queue = Places.this.waiting.getOrDefault(this.ehr, new ArrayDeque<>());
				boolean waited = queue.remove(this);
				if (queue.isEmpty()) {
					Places.this.waiting.remove(this.ehr);
				}
				return waited;
			}
		}

		/** Frees the slot for the next one; does nothing if it was freed already. */
		public void leave() {
			synchronized (Places.this) {
				if (!this.taken) {
					return;
				}
				this.taken = false;
				Places.this.share.giveBack(this.ehr, 1);
			}
			serve();
		}

		private boolean isQueued() {
			synchronized (Places.this) {
				Queue<Place> queue = Places.this.waiting.computeIfAbsent(this.ehr, (key) -> new ArrayDeque<>());
				return queue.size() < Places.this.mostWaiting && queue.add(this);
			}
		}

	}

}
