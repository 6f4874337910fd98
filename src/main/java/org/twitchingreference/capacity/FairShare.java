package org.twitchingreference.capacity;

import java.util.HashMap;
import java.util.Map;

/**
 * A whole that several share: each may hold as much as is free besides, or so many times
 * as much, and no more. One alone gets half of the whole (of three times as much, three
 * quarters), the next half of what is left, and so there is always room for another,
 * however much the others want.
 */
public final class FairShare {

	private final long whole;

	private final int times;

	/** What each holds; who holds nothing is not remembered. */
	private final Map<String, Long> held = new HashMap<>();

	/** What each part of each holds. */
	private final Map<String, Long> parts = new HashMap<>();

	private long taken;

	public FairShare(long whole) {
		this(whole, 1);
	}

	/** Each may hold so many times what it leaves free. */
	public FairShare(long whole, int times) {
		this.whole = whole;
		this.times = times;
	}

	/** Takes so much, unless it would be more than this one's share. */
	public synchronized boolean take(String who, long amount) {
		long own = this.held.getOrDefault(who, 0L);
		if (own + amount > most(amount)) {
			return false;
		}
		this.held.put(who, own + amount);
		this.taken += amount;
		return true;
	}

	/**
	 * Takes one for a part of this one, which may hold as much of the share as is free
	 * besides: so no part of it takes all of it.
	 */
	public synchronized boolean takeOne(String who, String part) {
		long room = (this.whole - this.taken - this.held.getOrDefault(who, 0L) + 1) / 2;
		String key = who + " " + part;
		long own = this.parts.getOrDefault(key, 0L);
		if (own + 1 > room || !take(who, 1)) {
			return false;
		}
		this.parts.put(key, own + 1);
		return true;
	}

	/** Gives back one that was taken for a part. */
	public synchronized void giveBackOne(String who, String part) {
		this.parts.computeIfPresent(who + " " + part, (key, own) -> (own > 1) ? own - 1 : null);
		giveBack(who, 1);
	}

	/** How much one may hold who takes so much more; the last single one may be taken. */
	private long most(long amount) {
		long left = this.whole - this.taken - amount;
		return (this.times > 1) ? this.times * left : left + amount;
	}

	/** How much all hold. */
	public synchronized long taken() {
		return this.taken;
	}

	public long whole() {
		return this.whole;
	}

	/** Gives back so much of what was taken. */
	public synchronized void giveBack(String who, long amount) {
		this.held.computeIfPresent(who, (key, own) -> (own > amount) ? own - amount : null);
		this.taken -= amount;
	}

}
