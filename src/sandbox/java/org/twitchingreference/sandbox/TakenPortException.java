package org.twitchingreference.sandbox;

/** Another program listens at the port that the sandbox or the app needs. */
class TakenPortException extends RuntimeException {

	TakenPortException(int port, Exception cause) {
		super("Port " + port + " of the loopback is taken by another program: stop it and start again.", cause);
	}

}
