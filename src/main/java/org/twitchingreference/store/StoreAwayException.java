package org.twitchingreference.store;

/**
 * What several nodes share cannot be reached, is full, or does not answer in time.
 * Carries nothing of what was asked.
 */
public class StoreAwayException extends RuntimeException {

	public StoreAwayException() {
		super("The store is away", null, false, false);
	}

}
