package org.twitchingreference.capacity;

import java.util.HashMap;
import java.util.Map;

/**
 * Something limited that several share: each may hold at most as much as remains free, or
 * a multiple of that. One alone gets half of the whole (three quarters, if the multiple
 * is three), the next half of what is left, and so on; there is always room for another,
 * however much the others want.
 */
public final class FairShare {

	private final long whole;

	private final int multiple;

	/** What each holds; whoever holds nothing has no entry. */
	private final Map<String, Long> held = new HashMap<>();

	/** What each part of each holder holds, for those that take units one by one. */
	private final Map<String, Long> parts = new HashMap<>();

	private long taken;

	public FairShare(long whole) {
		this(whole, 1);
	}

	/** Each may hold this multiple of what it leaves free. */
	public FairShare(long whole, int multiple) {
		this.whole = whole;
		this.multiple = multiple;
	}

	/** Takes the amount, unless that would exceed this holder's share. */
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
	 * Takes one unit for a part of this holder. A part may hold at most as much of the
	 * share as remains free, so no part takes all of it.
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

	/** Returns one unit that was taken for a part. */
	public synchronized void giveBackOne(String who, String part) {
		this.parts.computeIfPresent(who + " " + part, (key, own) -> (own > 1) ? own - 1 : null);
		giveBack(who, 1);
	}

	/**
	 * The most that a holder may have once this amount is taken. With a multiple of one
	 * the last unit can be taken too.
	 */
	private long most(long amount) {
		long left = this.whole - this.taken - amount;
		return (this.multiple > 1) ? this.multiple * left : left + amount;
	}

	/** How much all hold. */
	public synchronized long taken() {
		return this.taken;
	}

	public long whole() {
		return this.whole;
	}

	/** Returns this much of what was taken. */
	public synchronized void giveBack(String who, long amount) {
		this.held.computeIfPresent(who, (key, own) -> (own > amount) ? own - amount : null);
		this.taken -= amount;
	}

}
