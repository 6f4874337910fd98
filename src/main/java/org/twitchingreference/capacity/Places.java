package org.twitchingreference.capacity;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Places that EHRs share fairly. Who finds none waits in the queue of its EHR; places
 * that become free go to the EHRs that may take one, in turn.
 */
public final class Places {

	private final FairShare share;

	private final int mostWaiting;

	private boolean closed;

	/** Who waits, by EHR; the EHR that was served last comes last. */
	private final Map<String, Queue<Place>> waiting = new LinkedHashMap<>();

	/** So many places, and so many who wait for each EHR. */
	public Places(int places, int mostWaiting) {
		this.share = new FairShare(places);
		this.mostWaiting = mostWaiting;
	}

	/**
	 * Asks for a place. What is to be done with it begins now or later, on the thread of
	 * whoever leaves one; it must not take long. Empty when too many wait already.
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

	/** Lets everybody begin who waits, for it is too late to wait. */
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

	/** A place that was asked for. */
	public final class Place {

		private final String ehr;

		private final Consumer<Place> begin;

		private boolean taken;

		Place(String ehr, Consumer<Place> begin) {
			this.ehr = ehr;
			this.begin = begin;
		}

		/** Waits no longer; false when there was no wait any more. */
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

		/** Leaves the place to the next one; nothing where it is left already. */
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
