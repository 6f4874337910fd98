package org.twitchingreference.store;

/**
 * The shared store cannot be reached, is full, or does not answer in time. Carries
 * nothing of the request.
 */
public class StoreAwayException extends RuntimeException {

	public StoreAwayException() {
		super("The store is away", null, false, false);
	}

}
