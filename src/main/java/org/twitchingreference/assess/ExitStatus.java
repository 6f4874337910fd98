package org.twitchingreference.assess;

/** What the command ends with, the graver the later. */
enum ExitStatus {

	/** Everything was assessed. */
	ASSESSED(0),
	/** Something that was given could not be used. */
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
