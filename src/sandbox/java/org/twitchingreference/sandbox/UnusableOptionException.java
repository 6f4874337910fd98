package org.twitchingreference.sandbox;

/** An option that needs a number has none, or has two. */
class UnusableOptionException extends RuntimeException {

	UnusableOptionException(String name, int usual) {
		super("Give --" + name + " once, with a number from 1 to 65535, such as --" + name + "=" + usual + ".");
	}

}
