package org.twitchingreference.oracle.random;

import java.util.List;
import java.util.SplittableRandom;

/** Chances and choices of one random chart; the same seed draws the same chart. */
final class Draw {

	private final SplittableRandom random;

	Draw(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/** True once in so many draws, on average. */
	boolean oneIn(int times) {
		return this.random.nextInt(times) == 0;
	}

	/** From 0 to the bound, which is excluded. */
	int below(int bound) {
		return this.random.nextInt(bound);
	}

	/** From the low to the high bound, both included. */
	int between(int low, int high) {
		return this.random.nextInt(low, high + 1);
	}

	<T> T of(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	/** One of the words; a word that stands twice is drawn twice as often. */
	String word(String... words) {
		return words[below(words.length)];
	}

}
