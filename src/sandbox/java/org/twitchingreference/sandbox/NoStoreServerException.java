package org.twitchingreference.sandbox;

/** Several nodes were asked for, and nothing is installed that they could share. */
class NoStoreServerException extends RuntimeException {

	NoStoreServerException() {
		super("Install redis-server for --sandbox.nodes, or leave that option out.");
	}

}
