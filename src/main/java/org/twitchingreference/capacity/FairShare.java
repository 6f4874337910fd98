package org.twitchingreference.capacity;

import java.util.HashMap;
import java.util.Map;

/**
 * A whole that several share: each may hold as much as is free besides, and no more. One
 * alone gets half of the whole, the next half of what is left, and so there is always
 * room for another, however much the others want.
 */
public final class FairShare {

	private final long whole;

	/** What each holds; who holds nothing is not remembered. */
	private final Map<String, Long> held = new HashMap<>();

	private long taken;

	public FairShare(long whole) {
		this.whole = whole;
	}

	/** Takes so much, unless it would be more than this one's share. */
	public synchronized boolean take(String who, long amount) {
		long own = this.held.getOrDefault(who, 0L);
		if (own + amount > this.whole - this.taken) {
			return false;
		}
		this.held.put(who, own + amount);
		this.taken += amount;
		return true;
	}

	/** Gives back so much of what was taken. */
	public synchronized void giveBack(String who, long amount) {
		this.held.computeIfPresent(who, (key, own) -> (own > amount) ? own - amount : null);
		this.taken -= amount;
	}

}
