package org.twitchingreference.store;

/**
 * The shared store cannot be reached, is full, or does not answer in time. The message
 * holds nothing of the request.
 */
public class StoreUnavailableException extends RuntimeException {

	public StoreUnavailableException() {
		super("The store is away", null, false, false);
	}

}
