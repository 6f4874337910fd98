package org.twitchingreference.store;

import org.twitchingreference.startup.StartupException;

/** A node cannot start without the store that it shares with the others. */
class UnreachableStoreException extends StartupException {

	UnreachableStoreException() {
		super("Start the server that spring.data.redis.* names before this one, and let it take entries: with twitching.store=redis it keeps every launch, and it cannot be reached, shows a certificate that is not trusted for its name, refuses this server or one of its rights, or is full.");
	}

}
