package org.twitchingreference.assess;

/** The exit status of the command, in rising order of severity. */
enum ExitStatus {

	/** Everything was assessed. */
	ASSESSED(0),
	/** An input could not be used. */
	UNUSABLE(2),
	/** This program failed (EX_SOFTWARE of sysexits.h). */
	FAULT(70);

	private final int status;

	ExitStatus(int status) {
		this.status = status;
	}

	int status() {
		return this.status;
	}

	ExitStatus or(ExitStatus other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
